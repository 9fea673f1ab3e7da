using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>An extension whose value is a moment or a yes or no. Which URL means what is for the hospital to say.</summary>
public sealed record SimpleExtension(string Url, FhirDateTime? Date, bool? Flag)
{
    /// <summary>Only those with such a value.</summary>
    internal static IReadOnlyList<SimpleExtension> ReadAll(ref FhirReader r)
    {
        List<SimpleExtension>? all = null;
        if (!r.BeginList())
        {
            return [];
        }
        while (r.NextExtension())
        {
            var url = r.Name.ToString();
            FhirDateTime? date = null;
            bool? flag = null;
            while (r.NextProperty())
            {
                switch (r.Name)
                {
                    case "valueDateTime" or "valueInstant" or "valueDate": date = r.Date(); break;
                    case "valueBoolean": flag = r.Flag(); break;
                    default: r.Unread(); break;
                }
            }
            if (date is not null || flag is not null)
            {
                (all ??= []).Add(new(url, date, flag));
            }
        }
        return all ?? [];
    }
}
