using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Shared;

public sealed class IconTagHelperTests
{
    [Fact]
    public void Process_WithoutFingerprints_AddsTheVersionBeforeTheFragment() =>
        Assert.Equal(
            "<svg class=\"zvp-icon\" aria-hidden=\"true\" focusable=\"false\">"
            + "<use href=\"/portaal/lib/icons.svg?v=hash#users\"></use></svg>",
            Render("users", assets: null));

    [Fact]
    public void Process_WithFingerprints_NamesTheFingerprintedFile()
    {
        var assets = new ResourceAssetCollection([new("lib/icons.abc.svg", [new("label", "lib/icons.svg")])]);

        Assert.Contains("href=\"/portaal/lib/icons.abc.svg#users\"", Render("users", assets), StringComparison.Ordinal);
    }

    [Fact]
    public void Process_NameWithMarkup_IsEncoded() =>
        Assert.Contains("#a&quot;&gt;b", Render("a\">b", assets: null), StringComparison.Ordinal);

    private static string Render(string name, ResourceAssetCollection? assets)
    {
        var http = new DefaultHttpContext { Request = { PathBase = "/portaal" } };
        if (assets is not null)
        {
            http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection([assets]), null));
        }

        var helper = new IconTagHelper(new FixedVersions()) { Name = name, ViewContext = new ViewContext { HttpContext = http } };
        var output = new TagHelperOutput("zvp-icon", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private sealed class FixedVersions : IFileVersionProvider
    {
        public string AddFileVersionToPath(PathString requestPathBase, string path) => path + "?v=hash";
    }
}
