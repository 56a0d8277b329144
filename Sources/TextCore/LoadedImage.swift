#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program or shared library in memory.
public enum LoadedImage {
  /// The file that the code or data at this address was loaded from; nil where the system does not tell.
  public static func path(of address: UnsafeRawPointer) -> String? {
    #if canImport(ucrt)
      return nil
    #else
      // `dladdr`, looked up by name because glibc's module hides it; its result begins with the file's name.
      typealias Lookup = @convention(c) (UnsafeRawPointer, UnsafeMutableRawPointer) -> Int32
      guard let lookup = dlsym(dlopen(nil, RTLD_LAZY), "dladdr") else { return nil }
      var info: (UnsafePointer<CChar>?, Int, Int, Int) = (nil, 0, 0, 0)
      guard unsafeBitCast(lookup, to: Lookup.self)(address, &info) != 0 else { return nil }
      return info.0.map { String(cString: $0) }
    #endif
  }
}
