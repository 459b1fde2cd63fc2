package import Charting
package struct SVGWriter { package init(fonts: [any OutlineFont]) {}; package func bytes(of scene: Scene, metadata: FigureMetadata) throws(RenderError) -> [UInt8] { [] } }
package struct PDFWriter { package init(fonts: [any OutlineFont]) {}; package func bytes(of scene: Scene, metadata: FigureMetadata) throws(RenderError) -> [UInt8] { [] } }
