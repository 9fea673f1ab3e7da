using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Makes the banner of a Patient.</summary>
internal static class PatientBannerReader
{
    /// <summary>The banner with the directives that were read beside it.</summary>
    public static PatientBanner Read(Patient patient, DirectiveSummary directives, bool hasSecondRecord, DateTimeOffset fetchedAt) => new()
    {
        Name = PersonNames.ForList(patient.Names),
        CallName = PersonNames.CallName(patient.Names),
        BirthDate = WrittenDate.Of(patient.BirthDate),
        Sex = Sex(patient.Gender),
        Bsn = Epd.NamingSystems.BsnOf(patient),
        Address = Address(patient),
        Phone = patient.Telecom.Where(t => t.System == "phone" && t.Use != "old").Select(t => t.Value).FirstOrDefault(),
        IsDeceased = patient.IsDeceased,
        Deceased = WrittenDate.Of(patient.DeceasedDateTime),
        Directives = directives,
        HasSecondRecord = hasSecondRecord,
        IsInactive = patient.Active is false,
        IsNotUnderstood = patient.NotUnderstood is not null,
        FetchedAt = fetchedAt,
    };

    /// <summary>The administrative gender in Dutch.</summary>
    public static string Sex(string? gender) => gender switch
    {
        "male" => "Man",
        "female" => "Vrouw",
        "other" => "Anders",
        _ => "Geslacht onbekend",
    };

    private static string? Address(Patient patient)
    {
        var address = patient.Addresses.OrderBy(a => a.Use switch { "home" => 0, null => 1, "temp" => 2, _ => 3 }).FirstOrDefault(a => a.Use != "old");
        if (address is null)
        {
            return null;
        }
        var town = string.Join(' ', new[] { address.PostalCode, address.City }.Where(p => !string.IsNullOrEmpty(p)));
        var line = string.Join(", ", address.Lines.Append(town).Where(p => p.Length > 0));
        return line.Length > 0 ? line : address.Text;
    }
}
