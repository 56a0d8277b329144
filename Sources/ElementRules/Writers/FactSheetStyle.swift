/// How the judge's page looks: two columns on a desk, one on a phone and on paper, light and dark.
enum FactSheetStyle {
  static let css = """
    :root{color-scheme:light dark;--line:#cfd4da;--soft:#f5f6f8;--ink:#1d2126;--dim:#5c6670;--red:#b3261e;--green:#1b6e3c;
    --blue:#1f5fa8;--amber:#8a5a00;--mark:#fff0b3;--hit:#ffc44d}
    @media (prefers-color-scheme:dark){:root{--line:#3a4149;--soft:#20252b;--ink:#e6e8ea;--dim:#a0a9b2;--red:#ff8a80;
    --green:#7fd6a0;--blue:#8ab8f0;--amber:#e6b95c;--mark:#4a431f;--hit:#8a6a12}}
    *{box-sizing:border-box}body{margin:0;display:flex;flex-direction:column;height:100vh;font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink)}
    header{padding:12px 20px;border-bottom:1px solid var(--line)}h1{font-size:19px;margin:0}h1 small,header p{color:var(--dim);font-size:14px;font-weight:normal;margin:2px 0 0}
    main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);flex:1;min-height:0}
    #sheet,#transcript{overflow:auto;padding:4px 20px 40vh}#transcript{border-left:1px solid var(--line);background:var(--soft)}
    h2{font-size:16px;margin:18px 0 6px}.disputed h2{color:var(--red)}.missing h2{color:var(--amber)}.agreed h2{color:var(--green)}.one-sided h2{color:var(--blue)}
    table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
    thead th{background:var(--soft);font-weight:normal;color:var(--dim)}tbody th{font-weight:600;width:11em}th small{display:block;color:var(--dim);font-weight:normal}
    td:nth-last-child(3){white-space:nowrap}td small{color:var(--dim)}.value{white-space:nowrap;font-variant-numeric:tabular-nums}.value{max-width:14em;white-space:normal;font-weight:600}
    h3{font-size:15px;margin:12px 0 2px}ol{margin:0;padding-left:1.6em}.calculations p{margin:4px 0}
    a{color:var(--blue);text-decoration:none}a:hover,a:focus{text-decoration:underline}
    #transcript p{margin:0 0 8px;padding-left:2.6em;position:relative}#transcript i{position:absolute;left:0;color:var(--dim);font-style:normal;font-size:13px}
    mark{background:var(--mark);color:inherit;border-radius:2px;scroll-margin:30vh}mark:target{background:var(--hit);outline:2px solid var(--amber)}
    @media (max-width:800px){body,main{display:block;height:auto}#transcript{border-left:0;border-top:1px solid var(--line)}#sheet{padding-bottom:0}tbody th{width:auto}}
    @media print{body,main{display:block;height:auto}#sheet,#transcript{overflow:visible;padding-bottom:0}#transcript{border-left:0;background:none}a{color:inherit}tr{break-inside:avoid}}
    """
}
