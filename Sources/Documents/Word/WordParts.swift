/// The parts of a Word file that are the same in every court record.
enum WordParts {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let contentTypes =
    declaration + """
      <Types xmlns="\(package)/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(mainType).document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(mainType).styles+xml"/>\
      <Override PartName="/word/settings.xml" ContentType="\(mainType).settings+xml"/>\
      <Override PartName="/word/footer1.xml" ContentType="\(mainType).footer+xml"/></Types>
      """

  static let relationships =
    declaration + """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/></Relationships>
      """

  static let documentRelationships =
    declaration + """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
      <Relationship Id="rId2" Type="\(office)/settings" Target="settings.xml"/>\
      <Relationship Id="rId3" Type="\(office)/footer" Target="footer1.xml"/></Relationships>
      """

  static let documentStart = declaration + "<w:document \(word) xmlns:r=\"\(office)\"><w:body>\n"

  /// A4 and its margins in twentieths of a point.
  static let documentEnd = """
    <w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/></w:sectPr>
    </w:body></w:document>
    """

  /// With `tracking`, what the clerk types becomes a tracked change too.
  static func settings(tracking: Bool) -> String {
    declaration
      + "<w:settings \(word)>\(tracking ? "<w:trackRevisions/>" : "")<w:characterSpacingControl w:val=\"compressPunctuation\"/></w:settings>"
  }

  /// 第 1 页 共 9 页
  static let footer =
    declaration + """
      <w:ftr \(word)><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">第 </w:t></w:r>\
      \(field("PAGE"))<w:r><w:t xml:space="preserve"> 页　共 </w:t></w:r>\(field("NUMPAGES"))<w:r><w:t xml:space="preserve"> 页</w:t></w:r></w:p></w:ftr>
      """

  private static func field(_ name: String) -> String {
    "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
  }

  static let styles =
    declaration + """
      <w:styles \(word)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>\
      <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:widowControl/><w:spacing w:line="520" w:lineRule="exact"/></w:pPr></w:style>
      \(style("RecordTitle", "笔录标题", "<w:keepNext/><w:spacing w:after=\"240\" w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", "<w:rFonts w:eastAsia=\"宋体\"/><w:b/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>"))
      \(style("RecordField", "笔录抬头", "", ""))
      \(style("RecordTurn", "笔录正文", "<w:jc w:val=\"both\"/>", ""))
      \(style("RecordSignature", "笔录签名", "<w:keepLines/><w:tabs><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"8844\"/></w:tabs><w:spacing w:before=\"240\"/>", ""))
      \(style("Footer", "footer", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"))
      </w:styles>
      """

  private static func style(_ id: String, _ name: String, _ paragraph: String, _ run: String) -> String {
    """
    <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
    """
  }
}
