"""What is wrong with a report: rules on the finished whole."""
