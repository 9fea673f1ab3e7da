using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Since or from when the patient can see a result, as the EPD says.</summary>
/// <param name="State">Whether.</param>
/// <param name="At">Since or from when, as written; null when only the yes or no is known.</param>
public sealed record PatientView(PatientViewState State, WrittenDate? At)
{
    /// <summary>Null when the EPD does not say, or says two things: then nothing is claimed.</summary>
    internal static PatientView? Of(IReadOnlyList<SimpleExtension> extensions, string? url, DateTimeOffset now)
    {
        if (url is null || extensions.Where(e => e.Url == url).Distinct().ToList() is not [var only])
        {
            return null;
        }
        var at = WrittenDate.Of(only.Date);
        return (at, only.Flag) switch
        {
            (null, true) => new(PatientViewState.Visible, null),
            (_, false) => new(PatientViewState.Hidden, null),
            // On a day without a time nobody knows from which moment on.
            ({ } from, _) => new(from.Earliest > now ? PatientViewState.Later : PatientViewState.Visible, from),
            _ => null,
        };
    }
}
