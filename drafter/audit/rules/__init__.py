"""The rules on a whole report, a module each: every rule looks at one thing and says what is wrong with it."""
