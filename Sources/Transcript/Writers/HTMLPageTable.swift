/// The style sheet and the script of the review page.
enum HTMLPage {
  private static let kinds = EditKind.allCases.map(\.rawValue)

  /// Colours for light and dark, one for each kind; kinds also differ in the line under them, for print and for
  /// readers who do not see the colours apart.
  static let style =
    base
    + kinds.map { kind in
      """
      .\(kind){--c:var(--\(kind));--b:var(--\(kind)-b);--u:\(underline[kind] ?? "solid")}
      #k-\(kind):not(:checked)~main .row .\(kind){background:none;text-decoration:none;color:inherit;border:0;outline:0}
      #k-\(kind):not(:checked)~main .row .\(kind):is(:hover,:focus)::after,#k-\(kind):not(:checked)~main .row .\(kind).gone::before{content:none}

      """
    }.joined()

  private static let underline = [
    "encoding": "dotted", "width": "dotted", "cleanup": "dashed", "numbers": "solid", "terms": "double",
    "punctuation": "solid", "roles": "dashed",
  ]

  private static let base = """
    :root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#5b6470;--line:#d5dae0;--panel:#f5f7f9;--tip:#1b1f24;--tipfg:#fff;
    --encoding:#5b6470;--encoding-b:#e8ebee;--width:#00686b;--width-b:#d9f1f1;--cleanup:#a3410a;--cleanup-b:#fde7d8;
    --numbers:#0a56b0;--numbers-b:#dcebfd;--terms:#a80f3f;--terms-b:#fde0e8;--punctuation:#23691f;--punctuation-b:#dff3dc;
    --roles:#6a2fa5;--roles-b:#efe3fb}
    @media(prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#e4e8ec;--dim:#9aa5b1;--line:#343b43;--panel:#1d2226;--tip:#e4e8ec;--tipfg:#14171a;
    --encoding:#b4bec9;--encoding-b:#2b3138;--width:#66d3d6;--width-b:#0d3536;--cleanup:#ffab7a;--cleanup-b:#42230f;
    --numbers:#8fc1ff;--numbers-b:#12304f;--terms:#ff9db6;--terms-b:#4a1423;--punctuation:#93d98c;--punctuation-b:#173a15;
    --roles:#d3b0ff;--roles-b:#341b50}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:100rem;padding:1rem 1.5rem 6rem;background:var(--bg);color:var(--fg);
    font:1rem/1.75 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
    h1{font-size:1.35rem;margin:.2rem 0;overflow-wrap:anywhere}h1 small{font-weight:400;color:var(--dim)}h2{font-size:1.05rem;margin:.3rem 0}
    .sum,.hint{color:var(--dim);margin:.2rem 0;font-size:.9rem}
    input.f{position:absolute;opacity:0}
    label.f{display:inline-block;margin:.3rem .4rem .3rem 0;padding:.05rem .7rem;border:1px solid var(--c);border-radius:1rem;color:var(--c);
    background:var(--b);font-size:.9rem;cursor:pointer}
    label.f b{font-weight:600}input.f:not(:checked)+label.f{background:none;opacity:.55;text-decoration:line-through}
    input.f:focus-visible+label.f,ins:focus-visible{outline:2px solid var(--c);outline-offset:1px}
    section,nav{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.4rem 1rem;margin:.7rem 0}
    section ul{margin:.2rem 0;padding-left:1.2rem;max-height:40vh;overflow:auto}section p,nav p{margin:.2rem 0}
    a{color:var(--numbers)}code{font:.8rem ui-monospace,monospace;color:var(--dim)}
    .row{display:grid;grid-template-columns:3rem minmax(0,1fr) minmax(0,1fr);gap:0 1.2rem;border-top:1px solid var(--line);padding:.3rem 0;
    scroll-margin-top:2rem}
    .row>div{white-space:pre-wrap;overflow-wrap:anywhere}.row .l{color:var(--dim)}.row .n{color:var(--dim);font-size:.8rem;text-align:right}
    .head{position:sticky;top:0;background:var(--bg);color:var(--dim);font-size:.9rem;z-index:1}.row:target{background:var(--panel)}
    .row ins{scroll-margin:4rem 0 8rem}body{overflow-x:clip}
    del,ins{color:var(--c);background:var(--b);border-radius:.15rem}
    section del,section ins{background:none;color:inherit;text-decoration-thickness:2px}
    del{text-decoration:line-through;text-decoration-thickness:1px}ins{position:relative;text-decoration:underline var(--u);text-underline-offset:.25em;
    cursor:help}
    .low{text-decoration-style:wavy}ins.gone::before{content:"\\25BE";font-size:.7em}
    .row ins:is(:hover,:focus)::after{content:attr(data-t);position:absolute;left:0;top:100%;z-index:2;width:max-content;max-width:24rem;padding:.3rem .6rem;
    border-radius:.3rem;background:var(--tip);color:var(--tipfg);font:.85rem/1.5 sans-serif;white-space:pre-line;pointer-events:none}
    .row ins.flip::after{left:auto;right:0}summary{cursor:pointer}
    @media(max-width:45rem){.row{grid-template-columns:2rem minmax(0,1fr)}.row .r{grid-column:2}.head{display:none}}
    @media print{body{max-width:none;padding:0;font-size:10pt}input.f,.hint,script{display:none}.head{position:static}
    section ul{max-height:none}.row{break-inside:avoid}del,ins,label.f{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    ins::after{content:none!important}}

    """

  /// N and P go to the next and the previous change; tips are turned away from the right edge; links give the focus.
  static let script = """
    (function(){var list=[].slice.call(document.querySelectorAll('.row ins'));
    function go(step){var at=list.indexOf(document.activeElement);
    for(var i=at<0&&step<0?list.length-1:at+step;i>=0&&i<list.length;i+=step){
    var box=document.getElementById('k-'+list[i].className.split(' ')[0]);
    if(!box||box.checked){list[i].focus();list[i].scrollIntoView({block:'center'});return}}}
    addEventListener('keydown',function(e){if(e.ctrlKey||e.metaKey||e.altKey)return;
    if(e.key==='n'||e.key==='N')go(1);if(e.key==='p'||e.key==='P')go(-1)});
    function turn(e){var t=e.target;if(t.matches&&t.matches('.row ins'))
    t.classList.toggle('flip',t.getBoundingClientRect().left+400>innerWidth)}
    addEventListener('mouseover',turn);addEventListener('focusin',turn);
    function target(){var t=document.getElementById(location.hash.slice(1));if(t&&t.tabIndex===0)t.focus()}
    addEventListener('hashchange',target);target()})();
    """
}
