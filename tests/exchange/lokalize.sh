#!/usr/bin/env bash
# Somebody opens FILE in Lokalize, makes TEXT the translation of the last entry, and saves it in place.
# Prints the source of each entry as Lokalize shows it, a line each.
set -euo pipefail
file=$(realpath "$1") text=$2
if [ -z "${TOLMACH_SCREEN:-}" ]; then
  export TOLMACH_SCREEN=1
  exec timeout 120 xvfb-run --auto-servernum --server-args="-screen 0 1280x900x24" dbus-run-session -- "$0" "$file" "$text"
fi
HOME=$(mktemp -d)
export HOME XDG_RUNTIME_DIR=$HOME QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
mkdir -p "$HOME/.config"
# A translator without a name would be asked for it in a window that nobody answers.
printf '[Identity]\nauthorName=A Translator\nauthorLocalizedName=A Translator\nauthorEmail=a@example.org\n' > "$HOME/.config/lokalizerc"
lokalize "$file" > "$HOME/log" 2>&1 & editor=$!
trap 'kill "$editor" 2> /dev/null || true; rm -rf "$HOME"' EXIT
ask() { timeout 15 qdbus "$service" /ThisIsWhatYouWant/Editor/0 "org.kde.Lokalize.Editor.$@"; }
service="" count=0
for _ in $(seq 60); do
  sleep 0.5
  service=$(qdbus 2> /dev/null | grep -o 'org.kde.lokalize-[0-9]*') || continue
  count=$(ask entryCount 2> /dev/null) || continue
  [ "${count:-0}" -eq 0 ] || break
done
[ "${count:-0}" -gt 0 ] || { echo "Lokalize opened nothing" >&2; exit 1; }
for entry in $(seq 0 $((count - 1))); do
  ask entrySource "$entry" 0
done
last=$((count - 1))
ask gotoEntry "$last" > /dev/null
ask setEntryTarget "$last" 0 "$text" > /dev/null
ask saveFile > /dev/null
