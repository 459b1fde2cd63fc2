@testable import Rendering

/// Charts have a point too; these tests mean the renderer's.
typealias Point = Rendering.Point
