using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary><c>&lt;zvp-checkbox for="Form.InTraining" label="In opleiding" /&gt;</c>: sends "true", or nothing.</summary>
[HtmlTargetElement("zvp-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper(IHtmlHelper html) : TagHelper
{
    /// <summary>The property of the page.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>What is ticked.</summary>
    public string Label { get; set; } = "";

    /// <summary>A line below it.</summary>
    public string? Hint { get; set; }

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
        var field = new Field
        {
            Id = FormFault.Id(For.Name),
            Name = For.Name,
            Label = Label,
            Hint = Hint,
            Fault = FormFault.Of(ViewContext.ViewData, For.Name),
        };
        output.Content.SetHtmlContent(await html.PartialAsync("_Checkbox", new Checkbox(field, For.Model is true)));
    }
}
