namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A birth date as it was typed, in three fields of <c>Form</c>: Day, Month and Year. A fault belongs to the first.</summary>
/// <param name="Day">Day.</param>
/// <param name="Month">Month, as a number.</param>
/// <param name="Year">Year.</param>
public sealed record BirthDateFields(string? Day, string? Month, string? Year)
{
    /// <summary>The three fields: name, label, characters, what was typed.</summary>
    public IReadOnlyList<(string Name, string Label, int Length, string? Value)> Parts =>
        [("Form.Day", "Dag", 2, Day), ("Form.Month", "Maand", 2, Month), ("Form.Year", "Jaar", 4, Year)];
}
