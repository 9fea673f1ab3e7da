namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>Whose memory it is, and of what.</summary>
/// <param name="Doctor">UZI number.</param>
/// <param name="Seal">What stands for the patient, or for the doctor's lists.</param>
/// <param name="IsListed">She is found on the doctor's lists: gone from those is gone from here.</param>
internal sealed record SeenSubject(string Doctor, string Seal, bool IsListed);
