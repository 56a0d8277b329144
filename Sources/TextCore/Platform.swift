#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(ucrt)
  import ucrt
  import WinSDK
#endif

/// What Foundation does not cover, for each platform, in this one file.
public enum Platform {
  /// True when the file descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    #if canImport(ucrt)
      return _isatty(descriptor) != 0
    #else
      return isatty(descriptor) == 1
    #endif
  }

  /// Puts what was written to the descriptor on the disk; true when it is there.
  public static func synchronize(_ descriptor: Int32) -> Bool {
    #if canImport(ucrt)
      return _commit(descriptor) == 0
    #elseif canImport(Darwin)
      return fcntl(descriptor, F_FULLFSYNC) != -1 || fsync(descriptor) == 0
    #else
      return fsync(descriptor) == 0
    #endif
  }

  /// Puts a directory's entries on the disk, so that a rename survives a power cut; nothing to do on Windows.
  @discardableResult
  public static func synchronizeDirectory(_ path: String) -> Bool {
    #if canImport(ucrt)
      return true
    #else
      let descriptor = open(path, O_RDONLY)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      return fsync(descriptor) == 0
    #endif
  }

  /// Reads what is there, waiting for the first byte; returns how many bytes came, 0 at the end, or the negative error
  /// number.
  public static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(ucrt)
        let count = Int(_read(descriptor, buffer.baseAddress, UInt32(min(buffer.count, 1 << 30))))
      #elseif canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { return -Int(errno) }
    }
  }

  /// Waits until there is something to read, or the end of the input; false when the time passed or a signal came.
  public static func awaitInput(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    #if canImport(ucrt)
      return true  // no such wait for every kind of descriptor: the read that follows waits
    #else
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&request, 1, milliseconds) > 0
    #endif
  }

  /// Writes all bytes; returns 0, or the error number that stopped it.
  public static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    var done = 0
    while done < bytes.count {
      let rest = bytes.baseAddress! + done
      #if canImport(ucrt)
        let count = Int(_write(descriptor, rest, UInt32(min(bytes.count - done, 1 << 30))))
      #elseif canImport(Darwin)
        let count = Darwin.write(descriptor, rest, bytes.count - done)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, rest, bytes.count - done)
      #else
        let count = Glibc.write(descriptor, rest, bytes.count - done)
      #endif
      if count > 0 {
        done += count
      } else if count < 0, errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// True for the error number of a pipe whose reader has gone.
  public static func isBrokenPipe(_ error: Int32) -> Bool { error == EPIPE }

  /// Lets writes to a closed pipe return an error instead of ending the process.
  public static func ignoreBrokenPipes() {
    #if !canImport(ucrt)
      signal(SIGPIPE, SIG_IGN)
    #endif
  }

  /// Renames a file over another one in one step; true when done.
  public static func replace(_ source: String, _ target: String) -> Bool {
    #if canImport(ucrt)
      return source.withCString(encodedAs: UTF16.self) { from in
        target.withCString(encodedAs: UTF16.self) { to in
          MoveFileExW(from, to, DWORD(MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        }
      }
    #else
      return rename(source, target) == 0
    #endif
  }

  /// Locks the open file for this process alone, without waiting; the lock ends when the descriptor is closed or the
  /// process dies. True when it was taken.
  public static func lock(_ descriptor: Int32) -> Bool {
    #if canImport(ucrt)
      guard let handle = HANDLE(bitPattern: _get_osfhandle(descriptor)) else { return false }
      var overlapped = OVERLAPPED()
      let flags = DWORD(LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY)
      return LockFileEx(handle, flags, 0, 1, 0, &overlapped)
    #else
      return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    #endif
  }

  /// What the system says about an error number.
  public static func message(_ error: Int32) -> String { String(cString: strerror(error)) }

  /// Process id, for names of temporary files.
  public static var processID: Int32 {
    #if canImport(ucrt)
      return _getpid()
    #else
      return getpid()
    #endif
  }
}
