using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Something in a form that has to be mended: shown beside its field, and above the form.</summary>
/// <param name="Field">Name of the field, as in "Form.Agb"; empty: of no field in particular.</param>
/// <param name="Text">What is wrong and how to mend it. Dutch.</param>
public sealed record FormFault(string Field, string Text)
{
    private const string Key = "Faults";

    /// <summary>Id of a field's control.</summary>
    public static string Id(string field) => TagBuilder.CreateSanitizedId(field, "-").ToLowerInvariant();

    /// <summary>The faults of the page, in the order of the form.</summary>
    public static IReadOnlyList<FormFault> All(ViewDataDictionary viewData) => viewData[Key] as IReadOnlyList<FormFault> ?? [];

    /// <summary>The fault of one field, or null.</summary>
    public static string? Of(ViewDataDictionary viewData, string field) =>
        All(viewData).FirstOrDefault(fault => fault.Field == field)?.Text;

    /// <summary>What stands above them.</summary>
    public static string Heading(IReadOnlyList<FormFault> faults) => faults switch
    {
        [{ Field: "" }] => "Dit is niet gelukt",
        [_] => "Eén ding klopt nog niet",
        _ => $"{faults.Count} dingen kloppen nog niet",
    };

    /// <summary>Gives the page its faults.</summary>
    internal static void Keep(ViewDataDictionary viewData, IReadOnlyList<FormFault> faults) => viewData[Key] = faults;
}
