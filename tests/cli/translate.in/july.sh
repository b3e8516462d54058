# An editor that adds a line at the end of the worksheet.
echo 'The next festival will be in July.' >> "$1"
