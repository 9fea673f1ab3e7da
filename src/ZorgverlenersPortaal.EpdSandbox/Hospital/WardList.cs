namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// The wards of the hospital as a table: place, specialty (SNOMED), the specialist's UZI role and the usual reasons of
/// admission.
/// </summary>
internal sealed record WardList(string Code, string Name, string SpecialtyCode, string RoleCode, string RoleName)
{
    public required Term[] Reasons { get; init; }

    public static IReadOnlyList<WardList> All { get; } =
    [
        new("A2", "Longgeneeskunde", "418112009", "01.022", "Longarts")
        {
            Reasons =
            [
                Term.Snomed("195951007", "Exacerbatie COPD"),
                Term.Snomed("233604007", "Pneumonie"),
                Term.Snomed("59282003", "Longembolie"),
            ],
        },
        new("B3", "Cardiologie", "394579002", "01.010", "Cardioloog")
        {
            Reasons =
            [
                Term.Snomed("84114007", "Decompensatio cordis"),
                Term.Snomed("22298006", "Myocardinfarct"),
                Term.Snomed("49436004", "Atriumfibrilleren"),
            ],
        },
        new("C1", "Interne geneeskunde", "419192003", "01.016", "Internist")
        {
            Reasons =
            [
                Term.Snomed("44054006", "Ontregelde diabetes mellitus type 2"),
                Term.Snomed("91302008", "Sepsis"),
                Term.Snomed("68566005", "Urineweginfectie"),
            ],
        },
        new("C2", "Geriatrie", "394811001", "01.019", "Klinisch geriater")
        {
            Reasons =
            [
                Term.Snomed("2776000", "Delier"),
                Term.Snomed("217082002", "Val, oorzaak onbekend"),
                Term.Snomed("34095006", "Dehydratie"),
            ],
        },
        new("D1", "Chirurgie", "394609007", "01.014", "Chirurg")
        {
            Reasons =
            [
                Term.Snomed("85189001", "Acute appendicitis"),
                Term.Snomed("235919008", "Galstenen"),
                Term.Snomed("363406005", "Coloncarcinoom, operatie"),
            ],
        },
        new("D3", "Orthopedie", "394801008", "01.032", "Orthopedisch chirurg")
        {
            Reasons =
            [
                Term.Snomed("5913000", "Heupfractuur"),
                Term.Snomed("396275006", "Artrose, totale knieprothese"),
            ],
        },
        new("E2", "Neurologie", "394591006", "01.026", "Neuroloog")
        {
            Reasons =
            [
                Term.Snomed("230690007", "CVA"),
                Term.Snomed("84757009", "Epileptisch insult"),
                Term.Snomed("49049000", "Ziekte van Parkinson, instellen medicatie"),
            ],
        },
        new("F1", "Maag-darm-leverziekten", "394584008", "01.013", "MDL-arts")
        {
            Reasons =
            [
                Term.Snomed("74474003", "Gastro-intestinale bloeding"),
                Term.Snomed("197456007", "Acute pancreatitis"),
            ],
        },
        new("G2", "Oncologie", "394593009", "01.016", "Internist-oncoloog")
        {
            Reasons =
            [
                Term.Snomed("409089005", "Febriele neutropenie"),
                Term.Snomed("254837009", "Mammacarcinoom, chemotherapie"),
            ],
        },
        new("IC", "Intensive care", "408478003", "01.003", "Anesthesioloog-intensivist")
        {
            Reasons =
            [
                Term.Snomed("65710008", "Respiratoire insufficiëntie"),
                Term.Snomed("76571007", "Septische shock"),
            ],
        },
    ];
}
