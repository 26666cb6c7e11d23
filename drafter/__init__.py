"""Draft, check and review the 政府信息公开工作年度报告 of a township."""

__version__ = "0.1.0"
