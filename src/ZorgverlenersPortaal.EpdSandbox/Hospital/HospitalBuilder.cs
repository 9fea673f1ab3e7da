using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Fills the store with the whole made-up hospital.</summary>
internal static class HospitalBuilder
{
    public static void Fill(ResourceStore store, SandboxOptions options, HospitalCalendar calendar)
    {
        var register = new HospitalRegister(store, calendar, new Dice((ulong)options.Seed));
        var wards = StaffMaker.Make(register);
        var practices = PracticeMaker.Make(register);
        foreach (var patient in new PatientPlan(register, practices, wards, options.Patients).Make())
        {
            PatientMaker.Make(register, patient);
            EncounterMaker.Make(register, patient);
            ProblemMaker.Make(register, patient);
            AllergyMaker.Make(register, patient);
            DirectiveMaker.Make(register, patient);
            LetterMaker.Make(register, patient, options.BigLetters);
        }
    }
}
