#!/bin/sh
# Chromium as everybody but root has it. Root’s gives its sound, encoders and compositors precedence over what
# runs in its pages: on few cores that comes too late then, nobody is heard from in time, and all join anew for ever.
set -- "$PARLEY_CHROMIUM" "$@"
if [ "$(id -u)" = 0 ] && setpriv --inh-caps=-sys_nice --bounding-set=-sys_nice true 2>/dev/null; then
  set -- setpriv --inh-caps=-sys_nice --bounding-set=-sys_nice "$@"
fi
# Servers and lines are machines of their own elsewhere: here they come to their turn before the browsers do.
exec nice -n 10 "$@"
