using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary><c>&lt;zvp-choices for="Form.Role" label="Wat is je beroep?" options="Model.Roles" /&gt;</c>: radio buttons.</summary>
[HtmlTargetElement("zvp-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper(IHtmlHelper html) : TagHelper
{
    /// <summary>The property of the page.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The question.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to answer.</summary>
    public string? Hint { get; set; }

    /// <summary>The answers, in order.</summary>
    public IReadOnlyList<Choice> Options { get; set; } = [];

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
            Value = For.Model?.ToString(),
        };
        output.Content.SetHtmlContent(await html.PartialAsync("_Choices", new Choices(field, Options)));
    }
}
