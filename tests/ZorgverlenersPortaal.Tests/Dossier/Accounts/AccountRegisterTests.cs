using Dapper;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

public class AccountRegisterTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    private AccountRegister Register => _dossier.Get<AccountRegister>();

    private AccountOffice Office => _dossier.Get<AccountOffice>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Find_AfterAdd_GivesTheWholeAccount()
    {
        Assert.Equal(AccountOutcome.Done, await Office.AddAsync(Account(), PortalHost.Office));

        Assert.Equal(Account(), await Register.FindAsync("900021219", default));
        Assert.Null(await Register.FindAsync("900021210", default));
        Assert.Null(await Register.FindAsync("900021219' OR 1=1 --", default));
    }

    [Theory]
    [InlineData(CareRole.GeneralPractitioner)]
    [InlineData(CareRole.ElderlyCarePhysician)]
    [InlineData(CareRole.IntellectualDisabilityPhysician)]
    public async Task Add_EveryRoleAndNoAgb_ComesBackAsItWas(CareRole role)
    {
        var account = Account() with { Role = role, Agb = null, Practice = null, Status = AccountStatus.Blocked };
        await Office.AddAsync(account, PortalHost.Office);

        Assert.Equal(account, await Register.FindAsync("900021219", default));
    }

    [Fact]
    public async Task Add_NumberOfAnotherLength_IsAFaultNotADuplicate()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Office.AddAsync(Account() with { UziNumber = "12345678" }, PortalHost.Office));
    }

    [Theory]
    [InlineData("status", "active")]
    [InlineData("status", "")]
    [InlineData("status", "0")]
    [InlineData("role", "Surgeon")]
    [InlineData("role", "0")]
    [InlineData("role", "")]
    [InlineData("function", "")]
    [InlineData("function", "careprovider")]
    [InlineData("function", "PortalAdministrator")]
    public async Task Find_ValueNobodyKnows_IsBlocked(string column, string value)
    {
        await Office.AddAsync(Account(), PortalHost.Office);
        await using var connection = await _dossier.Get<Database>().OpenAsync(default);
        await connection.ExecuteAsync($"UPDATE account SET {column} = @value", new { value });

        Assert.Equal(AccountStatus.Blocked, (await Register.FindAsync("900021219", default))!.Status);
    }

    [Fact]
    public async Task Find_MalformedAgb_MatchesNobody()
    {
        await Office.AddAsync(Account(), PortalHost.Office);
        await using var connection = await _dossier.Get<Database>().OpenAsync(default);
        await connection.ExecuteAsync("UPDATE account SET agb = '00000000'");

        Assert.Null((await Register.FindAsync("900021219", default))!.Agb);
    }

    [Theory]
    [InlineData("01.015", CareRole.GeneralPractitioner)]
    [InlineData("01.004", CareRole.GeneralPractitioner)]
    [InlineData("01.047", CareRole.ElderlyCarePhysician)]
    [InlineData("01.056", CareRole.IntellectualDisabilityPhysician)]
    [InlineData("01.01", null)]
    [InlineData("01.000", null)]
    [InlineData("01.0150", null)]
    [InlineData("30.000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void OfCode_OnlyWholeCodes_AreRoles(string? code, CareRole? role) => Assert.Equal(role, CareRoles.OfCode(code));

    [Fact]
    public void Roles_HaveADutchNameThatTheOfficeMayType() => Assert.All(
        [("Huisarts", CareRole.GeneralPractitioner), ("SO", CareRole.ElderlyCarePhysician), ("avg", CareRole.IntellectualDisabilityPhysician), ("01.015", CareRole.GeneralPractitioner)],
        typed =>
        {
            Assert.Equal(typed.Item2, CareRoles.Parse(typed.Item1));
            Assert.NotEmpty(typed.Item2.Dutch());
        });

    private Account Account() => new()
    {
        UziNumber = "900021219",
        Name = "A. Huisarts",
        Role = CareRole.GeneralPractitioner,
        Agb = AgbCode.TryRead("01234567"),
        Practice = "Praktijk Noord",
        Status = AccountStatus.Active,
        ConfirmedAt = _dossier.Clock.GetUtcNow(),
    };
}
