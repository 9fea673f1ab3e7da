namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>One day of one doctor, Dutch time.</summary>
/// <param name="UziNumber">Who.</param>
/// <param name="Name">Her name as the trail has it.</param>
/// <param name="RoleCode">The role code of her card; null when unknown.</param>
/// <param name="Day">The day.</param>
/// <param name="Looks">What she did, by patient, the earliest first.</param>
/// <param name="Searches">Searches for one person, the earliest first.</param>
/// <param name="Lists">Lists of patients shown or printed.</param>
public sealed record DoctorDay(string UziNumber, string Name, string? RoleCode, DateOnly Day, IReadOnlyList<Look> Looks, IReadOnlyList<Search> Searches, int Lists);
