using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Fills the store with the whole made-up hospital.</summary>
internal static class HospitalBuilder
{
    public static HospitalRoster Fill(ResourceStore store, SandboxOptions options, HospitalCalendar calendar)
    {
        var register = new HospitalRegister(store, calendar, new Dice((ulong)options.Seed));
        if (!options.Synthetic)
        {
            return new HospitalRoster(register, [], []);
        }

        var wards = StaffMaker.Make(register);
        var practices = PracticeMaker.Make(register);
        MedicationMaker.MakeDrugs(register);
        var patients = new PatientPlan(register, practices, wards, options.Patients).Make();
        foreach (var patient in patients)
        {
            PatientMaker.Make(register, patient);
            MakeRecord(register, patient, options.BigLetters);
        }

        AwkwardCases.Make(register, patients);
        return new HospitalRoster(register, patients, wards);
    }

    /// <summary>Everything about a patient but the Patient.</summary>
    public static void MakeRecord(HospitalRegister register, SyntheticPatient patient, bool bigLetters)
    {
        EncounterMaker.Make(register, patient);
        ProblemMaker.Make(register, patient);
        AllergyMaker.Make(register, patient);
        DirectiveMaker.Make(register, patient);
        LetterMaker.Make(register, patient, bigLetters);
        LabMaker.Make(register, patient);
        MicrobiologyMaker.Make(register, patient);
        ReportMaker.Make(register, patient);
        MedicationMaker.Make(register, patient);
        CareMomentMaker.Make(register, patient);
        CareTeamMaker.Make(register, patient);
    }
}
