// Made by Tests/Fixtures/make_test_pngs.py; not to be edited.

/// Small PNG files and the pixels that they hold.
enum TestPNGFiles {
  /// 2-bit palette with transparency.
  static let palette = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAQAAAABAgMAAACEUudeAAAADFBMVEX/AAAA/wAAAP8JCAei0mLAAAAAAnRSTlP/gAgP
    s2oAAAAKSURBVHicY5AGAAAdAByO9PUhAAAAAElFTkSuQmCC
    """)
  static let palettePixels: [UInt8] = [
    255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 9, 8, 7, 255,
  ]

  /// 1-bit grey.
  static let bits = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAMAAAACAQAAAAC1D1u3AAAADElEQVR4nGNYwOAAAAIkAOFz6zvyAAAAAElFTkSuQmCC
    """)
  static let bitsPixels: [UInt8] = [
    255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255,
    0, 0, 0, 255,
  ]

  /// 16-bit grey with a transparent value.
  static let deepGrey = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAMAAAABEAAAAABuG5crAAAAAnRSTlOAgKCo1lMAAAAPSURBVHicY2BgaGj4zwAABYUC
    ACL24f4AAAAASUVORK5CYII=
    """)
  static let deepGreyPixels: [UInt8] = [
    0, 0, 0, 255, 128, 128, 128, 0, 254, 254, 254, 255,
  ]

  /// 16-bit RGBA.
  static let deepColor = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAEAAAABEAYAAABPhRjKAAAAEUlEQVR4nGMQEjIxCQurqAAABxUCKRQpE7QAAAAASUVO
    RK5CYII=
    """)
  static let deepColorPixels: [UInt8] = [
    18, 52, 86, 120,
  ]

  /// 8-bit grey with alpha.
  static let greyAlpha = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAQAAABeK7cBAAAADUlEQVR4nGPgEpHTAAAAzQBlapmEQgAAAABJRU5ErkJg
    gg==
    """)
  static let greyAlphaPixels: [UInt8] = [
    10, 10, 10, 20, 30, 30, 30, 40,
  ]

  /// 8-bit grey, interlaced.
  static let interlaced = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAAAAAEERNr1AAAAF0lEQVR4nGNgYFBgSGhgEGAoYDBwCAAADc8CQa32iqgA
    AAAASUVORK5CYII=
    """)
  static let interlacedPixels: [UInt8] = [
    0, 0, 0, 255, 16, 16, 16, 255, 32, 32, 32, 255, 48, 48, 48, 255, 64, 64, 64, 255, 80,
    80, 80, 255, 96, 96, 96, 255, 112, 112, 112, 255, 128, 128, 128, 255,
  ]

  /// texts of all kinds.
  static let texts = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAsTAAALEwEAmpwYAAAADHRFWHRDb21tZW50
    AGNhZukkreX+AAAAGHpUWHRQYWNrZWQAAHicy8nPS1fIGfoEAJGsSIHx2WsxAAAAG2lUWHRUaXRsZQAAAGVuAFRpdGVs
    AM+DwrIg4omIIDFTEL6PAAAADElEQVR4nGNgZGIGAAAOAAfXb+R4AAAAF2lUWHRMYXRlAAEAAAB4nEssKDq8ohgAClAD
    IlLtCXoAAAAASUVORK5CYII=
    """)
  static let textsPixels: [UInt8] = [
    1, 2, 3, 255,
  ]

  /// A side of 20,000 pixels.
  static let wide = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAATiAAAAABCAAAAAAe38FSAAAAKklEQVR4nO3BMQEAAADCoPVPbQ0PoAAAAAAAAAAAAAAA
    AAAAAAAAAAC4ME4hAAE+tdW1AAAAAElFTkSuQmCC
    """)

  /// 256 million pixels, cut short.
  static let many = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAPoAAAD6ACAAAAABkFYACAAAACUlEQVR4nGMAAAABAAFe/335AAAAAElFTkSuQmCC
    """)
}
