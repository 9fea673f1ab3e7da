using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Makes reference ranges ready to show. None is chosen for the doctor: all that the source gave are shown.</summary>
internal static class RangeReader
{
    public static IReadOnlyList<ResultRange> Read(IEnumerable<ReferenceRange> ranges) => [.. ranges.Select(Of).OfType<ResultRange>()];

    private static ResultRange? Of(ReferenceRange range)
    {
        var limits = ValueText.Span(range.Low, range.High);
        var text = limits is null ? range.Text : range.Text is null || range.Text == limits ? limits : $"{limits} ({range.Text})";
        if (text is null)
        {
            return null;
        }
        var age = range.Age is { } ages && ValueText.Span(ages.Low, ages.High) is { } span ? $"leeftijd {span}" : null;
        var isUsual = range.Type is null || range.Type.Codings.Any(c => c.Code == "normal");
        var whom = range.AppliesTo.Select(a => a.Show).Append(age).Prepend(isUsual ? null : range.Type!.Show).OfType<string>();
        return new(text, string.Join(", ", whom) is { Length: > 0 } all ? all : null)
        {
            // Words such as "nuchter" say when the limits hold.
            Limits = range.Text is null || range.Text == limits ? ValueText.Limits(range.Low, range.High) : null,
        };
    }
}
