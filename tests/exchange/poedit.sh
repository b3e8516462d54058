#!/usr/bin/env bash
# Somebody opens FILE in Poedit, types TEXT (ASCII) as the translation of the last entry, and saves it in place.
set -euo pipefail
file=$1 text=$2
if [ -z "${TOLMACH_SCREEN:-}" ]; then
  export TOLMACH_SCREEN=1
  exec timeout 120 xvfb-run --auto-servernum --server-args="-screen 0 1280x900x24" dbus-run-session -- "$0" "$file" "$text"
fi
HOME=$(mktemp -d)
export HOME XDG_RUNTIME_DIR=$HOME LC_ALL=C.UTF-8
poedit "$file" > "$HOME/log" 2>&1 & editor=$!
trap 'kill "$editor" 2> /dev/null || true; rm -rf "$HOME"' EXIT
window=$(timeout 40 xdotool search --sync --onlyvisible --name "$(basename "$file")" | head -n 1)
# A busy machine draws the window long after it is there, so all is tried until the file has the text.
for wait in 2 4 8 12; do
  xdotool windowfocus "$window" || true
  sleep "$wait"
  xdotool mousemove 200 130 click 1
  sleep 1
  xdotool key End
  sleep 1
  xdotool mousemove 200 575 click 1
  sleep 1
  xdotool key ctrl+a
  xdotool type -- "$text"
  sleep 1
  xdotool key ctrl+s
  for _ in 1 2 3 4; do
    sleep 1
    if grep --quiet --fixed-strings -- "$text" "$file"; then exit 0; fi
  done
done
echo "Poedit saved nothing of it" >&2
exit 1
