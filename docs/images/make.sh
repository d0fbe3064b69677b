#!/usr/bin/env bash
# Makes the pictures of the README and of docs/consultation.md from real output. Needs chromium (or CHROMIUM_PATH).
set -euo pipefail
cd "$(dirname "$0")/../.."
GUTSKIN_UPDATE=1 dotnet test tests/GutSkin.Web.Tests --filter "FullyQualifiedName~PictureTests"
ls -l docs/images/*.png
