import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of a document as Foundation's parser sees them; nil where it finds an error.
struct XMLTree {
  struct Element: Equatable {
    let name: String
    let attributes: [String: String]
    var text: String
    /// Names from the root down to this element.
    let path: [String]
  }

  let elements: [Element]

  init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.elements
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let path = open.map { elements[$0].name } + [name]
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes, text: "", path: path))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}
