namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// The made-up hospital after it was filled: what live events go on from. Empty without made-up patients.
/// </summary>
internal sealed record HospitalRoster(
    HospitalRegister Register,
    IReadOnlyList<SyntheticPatient> Patients,
    IReadOnlyList<Ward> Wards);
