## reports

report-number = { $count }
