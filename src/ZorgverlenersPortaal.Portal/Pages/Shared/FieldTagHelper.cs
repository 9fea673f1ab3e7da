using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>
/// <c>&lt;zvp-field for="Form.Agb" label="AGB-code" hint="8 cijfers" /&gt;</c>: a text field with its fault beside it and what
/// was typed still in it.
/// </summary>
[HtmlTargetElement("zvp-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlHelper html) : TagHelper
{
    /// <summary>The property of the page.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>What it asks.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to answer.</summary>
    public string? Hint { get; set; }

    /// <summary>Type of the input.</summary>
    public string Kind { get; set; } = "text";

    /// <summary>Keyboard of a telephone.</summary>
    public string? InputMode { get; set; }

    /// <summary>What a browser may fill in.</summary>
    public string Fill { get; set; } = "off";

    /// <summary>Characters at most.</summary>
    public int Longest { get; set; } = 200;

    /// <summary>A text area.</summary>
    public bool Multiline { get; set; }

    /// <summary>Class for the width.</summary>
    public string? Width { get; set; }

    /// <summary>Where the tag stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_Field", new Field
        {
            Id = FormFault.Id(For.Name),
            Name = For.Name,
            Label = Label,
            Hint = Hint,
            Fault = FormFault.Of(ViewContext.ViewData, For.Name),
            Value = For.Model?.ToString(),
            Kind = Kind,
            InputMode = InputMode,
            AutoComplete = Fill,
            MaxLength = Longest,
            IsLong = Multiline,
            CssClass = Width,
        }));
    }
}
