#!/bin/bash
# Makes the pictures in the folders here from face.png, and beside each what ImageMagick sees in it. Needs ImageMagick 6, libjpeg-turbo's
# cjpeg and Python with Pillow: none of them shares code with the library, save that libjpeg-turbo and LibJpeg.Net have one ancestor.
set -euo pipefail
cd "$(dirname "$0")"
convert=/usr/bin/convert
rm -rf orientation bmp jpeg png gif foreign
mkdir orientation bmp jpeg png gif foreign

# The face is stored turned in eight ways, and a note says how. Pixels are blocks of 8, so that JPEG keeps them nearly.
$convert face.png -crop 10x6+18+10 +repage -scale 80x48 orientation/upright.png
number=1
for turn in '' -flop '-rotate 180' -flip -transpose '-rotate 270' -transverse '-rotate 90'; do
    # shellcheck disable=SC2086 # an angle is a word of its own
    $convert orientation/upright.png $turn -sampling-factor 1x1 -quality 92 -strip orientation/stored.jpg
    /usr/bin/python3 write-orientation.py orientation $number
    number=$((number + 1))
done
rm orientation/stored.jpg

/usr/bin/python3 write-bmp.py face.png bmp
$convert face.png -strip PNG24:bmp/32-spare-byte.bmp.expected.png
$convert face.png -colors 200 -type Palette -compress RLE BMP3:bmp/runs-8.bmp
$convert face.png -colors 200 -type Palette -compress None BMP3:bmp/palette-8.bmp
$convert face.png -monochrome -compress None BMP3:bmp/palette-1.bmp
$convert face.png -crop 7x5+18+10 +repage -type TrueColor BMP3:bmp/24-odd-width.bmp
$convert face.png -define bmp:subtype=RGB565 bmp/565.bmp
$convert face.png -define bmp:subtype=RGB555 bmp/555.bmp
$convert face.png -alpha set -channel A -fx 'i/w' +channel bmp/alpha.bmp
$convert face.png BMP2:bmp/os2.bmp

# Printer's inks: as they are, with Photoshop's mark and without it (APP14, 14 bytes and the marker's 2), and three of them as brightness
# and two colours, which ImageMagick writes.
/usr/bin/python3 -c "
from PIL import Image
Image.open('face.png').convert('CMYK').save('jpeg/cmyk.jpg', quality=95)
file = open('jpeg/cmyk.jpg', 'rb').read()
at = file.index(b'\xff\xee')
open('jpeg/cmyk-unmarked.jpg', 'wb').write(file[:at] + file[at + 16:])"
$convert face.png -colorspace CMYK -quality 95 jpeg/ycck.jpg
$convert face.png -quality 95 -sampling-factor 2x1 jpeg/halved-across.jpg
$convert face.png -quality 95 -sampling-factor 1x2 jpeg/halved-down.jpg
$convert face.png -quality 95 -sampling-factor 2x2 jpeg/quartered.jpg
$convert face.png ppm:face.ppm
cjpeg -quality 95 -restart 1 face.ppm > jpeg/restart.jpg
cjpeg -quality 95 -arithmetic face.ppm > foreign/arithmetic.jpg
cjpeg -quality 95 -rgb face.ppm > jpeg/rgb.jpg
cjpeg -quality 95 -rgb -progressive face.ppm > jpeg/rgb-progressive.jpg
rm face.ppm

$convert face.png -depth 16 -evaluate multiply .731 -interlace PNG PNG48:png/16-bit-interlaced.png
$convert face.png -depth 16 -alpha set -channel A -fx 'i/w' +channel PNG64:png/16-bit-alpha.png
$convert face.png -colorspace Gray -depth 16 -define png:color-type=0 -define png:bit-depth=16 png/16-bit-grey.png
/usr/bin/python3 -c "
from PIL import Image
Image.open('face.png').convert('RGB').quantize(4).save('png/2-bit-palette.png', bits=2)"
$convert face.png -monochrome -interlace PNG -define png:color-type=0 -define png:bit-depth=1 png/1-bit-interlaced.png
/usr/bin/python3 -c "
from PIL import Image
notes = Image.Exif()
notes[0x112] = 6
Image.open('face.png').rotate(90, expand=True).save('png/turned.png', exif=notes)"

$convert -delay 10 face.png \( face.png -negate \) \( face.png -flip \) -loop 0 gif/animated.gif
$convert face.png -interlace GIF gif/interlaced.gif
$convert face.png -page 60x50+6+9 gif/placed.gif
$convert face.png -fuzz 20% -transparent white gif/transparent.gif

$convert face.png foreign/face.tif
$convert face.png foreign/face.ppm
$convert face.png -resize 16x16 foreign/face.ico
/usr/bin/python3 -c "
from PIL import Image
Image.open('face.png').save('foreign/face.webp')"

# What is transparent is shown on white; of an animation only the first picture counts. ImageMagick does not turn PNG files. What
# it reads otherwise than browsers do has been written already: a pixel's spare byte and colours of 4 bits.
for file in orientation/*.jpg bmp/*.bmp jpeg/*.jpg png/*.png gif/*.gif; do
    [[ $file == *.expected.png || -e $file.expected.png ]] && continue
    turn=
    [[ $file == orientation/* ]] && turn='-auto-orient +repage'
    [[ $file == png/turned.png ]] && turn='-rotate 90 +repage'
    # shellcheck disable=SC2086 # several words
    $convert "${file}[0]" -colorspace sRGB $turn -background white -layers flatten -depth 8 -strip "PNG24:$file.expected.png"
done
