import Testing

@testable import Reports

/// WCAG 2.1: text 4.5:1 (criterion 1.4.3), lines and dots 3:1 against what is beside them (1.4.11).
@Suite struct PaletteTests {
  static let palettes = [("light", Palette.light), ("dark", Palette.dark)]

  @Test func textHasEnoughContrast() {
    for (name, palette) in Self.palettes {
      for ground in [palette.background, palette.surface] {
        for colour in [
          palette.text, palette.muted, palette.link, palette.focus, palette.comparator, palette.better,
          palette.worse,
        ] {
          #expect(colour.contrast(ground) >= 4.5, "\(name): \(colour.css) on \(ground.css)")
        }
        #expect(palette.context.contrast(ground) >= 3, "\(name): lines of other zones")
      }
      #expect(palette.markText.contrast(palette.mark) >= 4.5, "\(name): the mark")
    }
  }

  /// Black on white is 21:1 by definition; #767676 on white is the well-known grey just above 4.5:1 (4.54).
  @Test func contrastIsTheOneOfWCAG() {
    let white = Palette.Colour(hex: 0xFFFFFF)
    #expect(abs(Palette.Colour(hex: 0).contrast(white) - 21) < 1e-12)
    #expect(abs(Palette.Colour(hex: 0x767676).contrast(white) - 4.54) < 0.005)
    #expect(Palette.Colour(hex: 0x00FF).css == "#0000ff")
  }
}
