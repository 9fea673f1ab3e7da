namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// A laboratory test: its LOINC code, unit, and normal range in the smallest step that is written (tenths for one
/// decimal).
/// </summary>
internal sealed record LabTest(string Loinc, string Name, string Unit, string Ucum, int Low, int High, int Decimals)
{
    public static readonly LabTest[] Chemistry =
    [
        new("2951-2", "Natrium", "mmol/L", "mmol/L", 135, 145, 0),
        new("2823-3", "Kalium", "mmol/L", "mmol/L", 35, 50, 1),
        new("14682-9", "Kreatinine", "µmol/L", "umol/L", 60, 110, 0),
        new("62238-1", "eGFR (CKD-EPI)", "mL/min/1,73m2", "mL/min/{1.73_m2}", 60, 120, 0),
        new("1988-5", "CRP", "mg/L", "mg/L", 0, 10, 0),
        new("14749-6", "Glucose", "mmol/L", "mmol/L", 40, 78, 1),
    ];

    public static readonly LabTest[] Blood =
    [
        new("59260-0", "Hemoglobine", "mmol/L", "mmol/L", 75, 100, 1),
        new("6690-2", "Leukocyten", "10*9/L", "10*9/L", 40, 100, 1),
        new("777-3", "Trombocyten", "10*9/L", "10*9/L", 150, 400, 0),
    ];

    /// <summary>The number with all its decimals, a zero at the end too: 70 with one decimal is "7.0".</summary>
    public string Write(int steps) =>
        Decimals == 0
            ? FormattableString.Invariant($"{steps}")
            : FormattableString.Invariant($"{steps / 10}.{steps % 10}");
}
