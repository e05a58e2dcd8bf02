"""Writes a JPEG file's orientation into it, in Exif notes of both orders of bytes: FOLDER NUMBER."""
import struct
import sys

folder, number = sys.argv[1], int(sys.argv[2])
stored = open(f"{folder}/stored.jpg", "rb").read()
for order, letters, name in (("<", b"II", "little"), (">", b"MM", "big")):
    # A TIFF file with one directory of two entries: the camera's maker, and the orientation.
    notes = letters + struct.pack(order + "HIH", 42, 8, 2)
    notes += struct.pack(order + "HHI", 0x10F, 2, 4) + b"Pix\0"
    notes += struct.pack(order + "HHIHHI", 0x112, 3, 1, number, 0, 0)
    segment = b"Exif\0\0" + notes
    with open(f"{folder}/{number}-{name}.jpg", "wb") as file:
        file.write(stored[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + stored[2:])
