#!/usr/bin/env bash
# Install the programs and fonts that the tests marked `system` need, on Debian or Ubuntu.
# What is there already is left alone; a second run takes a moment.
set -euo pipefail

programs=(
  soffice:libreoffice-writer
  chromium:chromium
  pdftoppm:poppler-utils
  fc-list:fontconfig
)
fandol_folder=/usr/local/share/fonts/fandol
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi

packages=()
for item in "${programs[@]}"; do
  command -v "${item%%:*}" >/dev/null || packages+=("${item#*:}")
done
# The node that playwright brings to drive Chromium is linked against it.
ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 || packages+=(libatomic1)
# The part of LibreOffice that opens and saves workbooks is a package of its own.
ls /usr/lib/libreoffice/program/libscfiltlo.so >/dev/null 2>&1 || packages+=(libreoffice-calc)
ls /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc >/dev/null 2>&1 || packages+=(fonts-noto-cjk)
fandol=
ls "$fandol_folder"/FandolFang-Regular.otf >/dev/null 2>&1 || fandol=missing

if [ ${#packages[@]} -eq 0 ] && [ -z "$fandol" ]; then
  echo "Programs and fonts for the tests are in place."
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
if [ ${#packages[@]} -gt 0 ]; then
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

if [ -n "$fandol" ]; then
  # The Fandol fonts come inside texlive-lang-chinese; installed whole it would bring several hundred MB of TeX.
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && apt-get download -qq -o APT::Sandbox::User=root texlive-lang-chinese && dpkg-deb -x texlive-lang-chinese_*.deb tree)
  "${as_root[@]}" mkdir -p "$fandol_folder"
  find "$work/tree" -name 'Fandol*.otf' -exec "${as_root[@]}" install -m 644 -t "$fandol_folder" {} +
  "${as_root[@]}" fc-cache -f
fi
echo "Installed: ${packages[*]-} ${fandol:+Fandol fonts}"
