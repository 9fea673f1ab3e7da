using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>A dosage ready to show. When anything in it is not understood there is no dosage, but a text that says so (R10).</summary>
internal sealed record DosageText(string? Text, bool IsUnsafe)
{
    public const string Unsafe = "Zie EPD, dosering niet veilig weer te geven";

    /// <summary>The whole as the EPD put it in words; else each instruction's own words; else built from what is coded, and only from that.</summary>
    public static DosageText Of(MedicationRecord record, DosageList? list)
    {
        if (!string.IsNullOrWhiteSpace(record.RenderedDosage))
        {
            return new(record.RenderedDosage, IsUnsafe: false);
        }
        if (list is null || list is { IsDamaged: false, Items.Count: 0 })
        {
            return new(null, IsUnsafe: false);
        }
        if (list.IsDamaged)
        {
            return new(Unsafe, IsUnsafe: true);
        }
        var parts = new List<string>();
        foreach (var dosage in list.Items)
        {
            // A cycle needs its days, which codes here do not carry.
            var text = !string.IsNullOrWhiteSpace(dosage.Text) ? dosage.Text : record.Cycle is null ? DosageWords.Of(dosage) : null;
            if (text is null)
            {
                return new(Unsafe, IsUnsafe: true);
            }
            parts.Add(Joint(dosage, list.Items, parts.Count) + text);
        }
        return new(string.Concat(parts), IsUnsafe: false);
    }

    /// <summary>What was given at one administration.</summary>
    public static DosageText Of(MedicationRecord record, AdministeredDosage? dosage)
    {
        if (!string.IsNullOrWhiteSpace(record.RenderedDosage) || dosage is null)
        {
            return new(record.RenderedDosage, IsUnsafe: false);
        }
        var text = string.IsNullOrWhiteSpace(dosage.Text) ? DosageWords.Of(dosage) : dosage.Text;
        return new(text ?? Unsafe, text is null);
    }

    /// <summary>The same number in the sequence is at the same time, a higher one afterwards; without numbers it is only a list.</summary>
    private static string Joint(Dosage dosage, IReadOnlyList<Dosage> all, int at) =>
        at == 0 ? ""
        : dosage.Sequence is null || all[at - 1].Sequence is not { } before ? "; "
        : before == dosage.Sequence ? "; en ook " : "; daarna ";
}
