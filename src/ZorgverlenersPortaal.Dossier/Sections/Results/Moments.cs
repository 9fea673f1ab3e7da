using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>The moments of effective[x] and collected[x] as written.</summary>
internal static class Moments
{
    /// <summary>The moment, or the start of the period; the end when only that is written.</summary>
    public static WrittenDate? Start(TimeChoice? time) => WrittenDate.Of(time?.DateTime ?? time?.Period?.Start ?? time?.Period?.End);

    /// <summary>The end of a period that also has a start.</summary>
    public static WrittenDate? End(TimeChoice? time) => time?.Period is { Start: not null } period ? WrittenDate.Of(period.End) : null;
}
