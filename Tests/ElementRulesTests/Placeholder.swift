import Testing
@testable import ElementRules
