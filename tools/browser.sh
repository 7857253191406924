#!/bin/sh
# Install a Chromium for the browser tests where that is possible; say so loudly where it is not.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing chromium for the browser tests" >&2
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk) >/dev/null 2>&1
fi
command -v chromium >/dev/null 2>&1 || echo "NO BROWSER: chromium is not here and could not be installed; the browser tests will be skipped" >&2
exit 0
