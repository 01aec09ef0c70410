#!/bin/sh
# Chromium as everybody but root has it. Root’s gives its sound, encoders and compositors precedence over what
# runs in its pages: on few cores that comes too late then, nobody is heard from in time, and all join anew for ever.
without="--inh-caps=-sys_nice --bounding-set=-sys_nice"
# shellcheck disable=SC2086 -- two options
if [ "$(id -u)" = 0 ] && setpriv $without true 2>/dev/null; then
  exec setpriv $without "$PARLEY_CHROMIUM" "$@"
fi
exec "$PARLEY_CHROMIUM" "$@"
