using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>
/// <c>&lt;zvp-icon name="users" /&gt;</c>: one icon of the sprite that styles/icons.txt lists. Decoration only: it is hidden
/// from screen readers, so the words stand beside it.
/// </summary>
[HtmlTargetElement("zvp-icon", Attributes = "name")]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    private const string Sprite = "lib/icons.svg";

    [HtmlAttributeName("name")]
    public string Name { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("zvp-icon", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{SpriteUrl()}#{Name}";
        output.Content.SetHtmlContent(use);
    }

    // As the link tag helper does: the name with the fingerprint where the endpoint knows it, else ?v= with a hash.
    private string SpriteUrl()
    {
        var http = ViewContext.HttpContext;
        var fingerprinted = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[Sprite] ?? Sprite;
        return string.Equals(fingerprinted, Sprite, StringComparison.Ordinal)
            ? versions.AddFileVersionToPath(http.Request.PathBase, $"{http.Request.PathBase}/{Sprite}")
            : $"{http.Request.PathBase}/{fingerprinted}";
    }
}
