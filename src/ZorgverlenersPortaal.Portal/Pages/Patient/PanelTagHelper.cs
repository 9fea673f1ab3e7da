using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>
/// <c>&lt;zvp-panel id title state&gt;</c>: one section of the record with its heading, its source line, and in place of the
/// content an honest word when there is none (R7). The content is only rendered when it may be shown.
/// </summary>
[HtmlTargetElement("zvp-panel")]
public sealed class PanelTagHelper(IHtmlHelper html) : TagHelper
{
    /// <summary>Id of the section on the page.</summary>
    public string Id { get; set; } = "";

    /// <summary>Heading, as in "Allergieën".</summary>
    public string Title { get; set; } = "";

    /// <summary>What is known of the section.</summary>
    public required PanelState State { get; set; }

    /// <summary>A word beside the heading, such as "Dag 4".</summary>
    public string? Badge { get; set; }

    /// <summary>Where the whole of it stands; null when this is the whole.</summary>
    public string? MoreUrl { get; set; }

    /// <summary>Words of that link, as in "Alle"; the heading is read out with it.</summary>
    public string MoreText { get; set; } = "Alle";

    /// <summary>Where the tag stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "zvp-panel");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", Id + "-t");
        if (State.StandsAlone)
        {
            output.Attributes.SetAttribute("data-section", "");
        }
        output.Content.AppendHtml(Heading());
        if (State.Closed is { } closed)
        {
            output.Content.AppendHtml(await html.PartialAsync("_SectionClosed", closed));
            return;
        }
        if (State.Gone is { } gone)
        {
            output.Content.AppendHtml(await html.PartialAsync("_SectionGone", gone));
            return;
        }
        if (State.IsIncomplete)
        {
            output.Content.AppendHtml(await html.PartialAsync("_Note", new Note(
                NoteKind.Warning, "Niet alles wordt getoond. Mis je iets? Bel de afdeling.", "Niet alles is opgehaald")));
        }
        output.Content.AppendHtml(await output.GetChildContentAsync());
        var foot = new TagBuilder("div");
        foot.AddCssClass("zvp-panel__foot");
        foot.InnerHtml.AppendHtml(await html.PartialAsync("_Source", new SourceLine(State.FetchedAt, State.RetryUrl, Title)));
        output.Content.AppendHtml(foot);
    }

    private TagBuilder Heading()
    {
        var title = new TagBuilder("h2") { Attributes = { ["id"] = Id + "-t" } };
        title.InnerHtml.Append(Title);
        var head = new TagBuilder("div");
        head.AddCssClass("zvp-panel__head");
        head.InnerHtml.AppendHtml(title);
        if (Badge is not null)
        {
            head.InnerHtml.AppendHtml(Text("span", "nl-data-badge zvp-label", Badge));
        }
        // What is closed to this role is closed there too.
        if (MoreUrl is not null && State.Closed is null)
        {
            var link = Text("a", "nl-link zvp-small", MoreText);
            link.Attributes["href"] = MoreUrl;
            link.InnerHtml.AppendHtml(Text("span", "zvp-sr", " " + Title));
            head.InnerHtml.AppendHtml(link);
        }
        return head;
    }

    private static TagBuilder Text(string name, string css, string text)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(css);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
