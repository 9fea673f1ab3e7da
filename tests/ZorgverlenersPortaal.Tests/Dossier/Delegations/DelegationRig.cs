using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>Four doctors with accounts: Anna, Bram, and Carla and Dirk of one practice. It is 10 March 2026, 11:00.</summary>
internal sealed class DelegationRig : IAsyncDisposable
{
    public const string Practice = "01990000";

    private DelegationRig(TestDossier dossier) => Dossier = dossier;

    public static CareProvider Anna { get; } = Doctor("900040001", "Anna", "01400001");

    public static CareProvider Bram { get; } = Doctor("900040002", "Bram", "01400002");

    public static CareProvider Carla { get; } = Doctor("900040003", "Carla", "01400003");

    public static CareProvider Dirk { get; } = Doctor("900040004", "Dirk", "01400004");

    public TestDossier Dossier { get; }

    public DelegationDesk Desk => Dossier.Get<DelegationDesk>();

    public DelegationOffice Office => Dossier.Get<DelegationOffice>();

    public DelegationBook Book => Dossier.Get<DelegationBook>();

    public AccountOffice Accounts => Dossier.Get<AccountOffice>();

    public static async Task<DelegationRig> StartAsync(DelegationOptions? options = null, bool ownPractice = false, StorageOptions? storage = null)
    {
        var rig = new DelegationRig(await TestDossier.StartAsync(delegations: options, access: new() { OwnPractice = ownPractice }, storage: storage));
        foreach (var doctor in (CareProvider[])[Anna, Bram, Carla, Dirk])
        {
            var account = new Account
            {
                UziNumber = doctor.UziNumber,
                Name = doctor.Name,
                Role = doctor.Role,
                Agb = doctor.Agb,
                PracticeAgb = doctor == Carla || doctor == Dirk ? AgbCode.TryRead(Practice) : null,
                Practice = doctor == Carla || doctor == Dirk ? "De Linde" : null,
            };
            Assert.Equal(AccountOutcome.Done, await rig.Accounts.AddAsync(account, TestStaff.Noor));
        }
        return rig;
    }

    public static Visit Visit(CareProvider doctor) => TestDossier.Visit() with { Provider = doctor };

    /// <summary>A request for a named doctor, from today for so many days.</summary>
    public static DelegationRequest For(CareProvider receiver, int days = 30) => new()
    {
        ReceiverUzi = receiver.UziNumber,
        FirstDay = new(2026, 3, 10),
        LastDay = new DateOnly(2026, 3, 10).AddDays(days - 1),
    };

    /// <summary>The same for the practice of Carla and Dirk.</summary>
    public static DelegationRequest ForPractice(int days = 30) => For(Bram, days) with { ReceiverUzi = null, ReceiverPractice = AgbCode.TryRead(Practice) };

    public async Task<string> GiveAsync(CareProvider giver, DelegationRequest request)
    {
        Assert.Null(await Desk.GiveAsync(request, Visit(giver)));
        return Dossier.Records[^1].Detail!["delegation ".Length..];
    }

    /// <summary>Given and accepted.</summary>
    public async Task<string> HandOverAsync(CareProvider giver, CareProvider receiver, DelegationRequest? request = null)
    {
        var id = await GiveAsync(giver, request ?? For(receiver));
        Assert.Equal(DelegationOutcome.Done, await Desk.AcceptAsync(id, Visit(receiver)));
        return id;
    }

    public Task<IReadOnlyList<DelegationStanding>> OfAsync(CareProvider receiver) => Dossier.Get<ReceivedDelegations>().OfAsync(receiver, default);

    /// <summary>The states of what this doctor got.</summary>
    public async Task<IReadOnlyList<DelegationState>> StatesAsync(CareProvider receiver) => [.. (await OfAsync(receiver)).Select(one => one.State)];

    public IReadOnlyList<AuditRecord> Records(AuditEventType type) => [.. Dossier.Records.Where(record => record.Event == type)];

    public async Task EditAsync(CareProvider doctor, Func<AccountEdit, AccountEdit> change)
    {
        var account = await Dossier.Get<AccountRegister>().FindAsync(doctor.UziNumber, default);
        Assert.Equal(AccountOutcome.Done, await Accounts.ChangeAsync(doctor.UziNumber, change(AccountEdit.Of(account!)), TestStaff.Noor));
    }

    /// <summary>Writes into the database as only a fault would.</summary>
    public async Task SpoilAsync(string sql)
    {
        await using var connection = await Dossier.Get<ZorgverlenersPortaal.Dossier.Storage.Database>().OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Dossier.DisposeAsync();

    private static CareProvider Doctor(string uzi, string name, string agb) =>
        new(uzi, name, CareRole.GeneralPractitioner, "01.015", AgbCode.TryRead(agb), "90000382", null);
}
