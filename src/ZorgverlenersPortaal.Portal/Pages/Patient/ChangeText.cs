using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Words for a change in medication.</summary>
public static class ChangeText
{
    /// <summary>The label, e.g. "Gestopt".</summary>
    public static string Label(this MedicineChangeKind kind) => kind switch
    {
        MedicineChangeKind.Uncertain => "Kijk zelf na",
        MedicineChangeKind.New => "Nieuw",
        MedicineChangeKind.Stopped => "Gestopt",
        MedicineChangeKind.Changed => "Gewijzigd",
        MedicineChangeKind.Unchanged => "Gelijk gebleven",
    };

    /// <summary>The look of the label.</summary>
    public static string Look(this MedicineChangeKind kind) => kind switch
    {
        MedicineChangeKind.Uncertain => "zvp-label--warn",
        MedicineChangeKind.New => "zvp-label--new",
        MedicineChangeKind.Stopped => "zvp-label--danger",
        MedicineChangeKind.Changed or MedicineChangeKind.Unchanged => "",
    };

    /// <summary>How each of these is used, in the EPD's words.</summary>
    public static string Usage(IEnumerable<Medicine> medicines, string none)
    {
        var usages = medicines.Select(medicine => medicine.IsNotUnderstood ? "niet veilig weer te geven" : medicine.Dosage ?? "gebruik niet vastgelegd").ToList();
        return usages.Count == 0 ? none : string.Join("; of: ", usages);
    }

    /// <summary>Why, as far as the EPD says.</summary>
    public static string Reason(MedicineChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Stop?.StateReason ?? change.Stop?.Reason
            ?? change.Before.Concat(change.After).Select(medicine => medicine.StateReason).FirstOrDefault(reason => reason is not null)
            ?? change.After.Select(medicine => medicine.Reason).FirstOrDefault(reason => reason is not null)
            ?? "Niet vastgelegd";
    }
}
