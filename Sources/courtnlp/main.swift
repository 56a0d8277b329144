import Foundation
import TextCore

Platform.ignoreBrokenPipes()
exit(CommandTable.run(Array(CommandLine.arguments.dropFirst())).rawValue)
