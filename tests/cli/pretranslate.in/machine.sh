# Stands for a machine: the same answer to every question.
while read -r line; do
    id=$(printf '%s' "$line" | sed 's/.*"id":\([0-9]*\).*/\1/')
    printf '{"id": %s, "text": "A machine wrote this."}\n' "$id"
done
