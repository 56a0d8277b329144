import Foundation
import TextCore

/// A picture in pieces; colours come from the page's classes, so that it follows light, dark and print.
struct SVG {
  let width: Int
  let height: Int
  let label: String
  private var body = ""

  init(width: Int, height: Int, label: String) {
    self.width = width
    self.height = height
    self.label = label
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ kind: String, opacity: Double = 1
  ) {
    let fade = opacity < 1 ? " fill-opacity=\"\(Self.number(opacity))\"" : ""
    body +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
      + "height=\"\(Self.number(height))\" class=\"\(kind)\"\(fade)/>"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) {
    body +=
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\" "
      + "class=\"\(kind)\"/>"
  }

  mutating func dot(_ x: Double, _ y: Double, _ kind: String) {
    body += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"4\" class=\"\(kind)\"/>"
  }

  mutating func diamond(_ x: Double, _ y: Double, _ kind: String) {
    let points = [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)].map {
      "\(Self.number($0.0)),\(Self.number($0.1))"
    }
    body += "<polygon points=\"\(points.joined(separator: " "))\" class=\"\(kind)\"/>"
  }

  mutating func text(
    _ x: Double, _ y: Double, _ text: String, _ kind: String = "label", anchor: String = "start"
  ) {
    body +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" class=\"\(kind)\" text-anchor=\"\(anchor)\">"
      + HTMLText.escaped(text) + "</text>"
  }

  /// Text that leans, for column heads.
  mutating func leaning(_ x: Double, _ y: Double, _ text: String) {
    body +=
      "<text class=\"label\" transform=\"translate(\(Self.number(x)) \(Self.number(y))) rotate(-45)\">"
      + HTMLText.escaped(text) + "</text>"
  }

  /// The element.
  var html: String {
    "<svg viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" "
      + "aria-label=\"\(HTMLText.escaped(label))\"><title>\(HTMLText.escaped(label))</title>\(body)</svg>"
  }

  static func number(_ value: Double) -> String { String(format: "%.1f", value) }
}
