using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HotelCorporate.Web.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: true),
                    ReadUpTo = table.Column<long>(type: "bigint", nullable: false),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Counters",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counters", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EndedSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Pseudonym = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Places = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UserId = table.Column<int>(type: "integer", nullable: true),
                    Actor = table.Column<string>(type: "text", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<string>(type: "text", nullable: true),
                    To = table.Column<string>(type: "text", nullable: true),
                    Why = table.Column<string>(type: "text", nullable: true),
                    PropertyId = table.Column<int>(type: "integer", nullable: true),
                    BookingId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Logos",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Png = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Logos", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LoyaltyProgrammes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoyaltyProgrammes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: true),
                    QuoteId = table.Column<int>(type: "integer", nullable: true),
                    InvoiceId = table.Column<int>(type: "integer", nullable: true),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    RecipientName = table.Column<string>(type: "text", nullable: false),
                    RecipientAddress = table.Column<string>(type: "text", nullable: false),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    MessageId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    QueuedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    FirstTriedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    NextTryAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    LeasedUntil = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    HandingOver = table.Column<bool>(type: "boolean", nullable: false),
                    MayHaveGoneTwice = table.Column<bool>(type: "boolean", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    LastAnswer = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoleLimits",
                columns: table => new
                {
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MaximumDiscount = table.Column<decimal>(type: "numeric", nullable: true),
                    MayPriceUnderFloor = table.Column<bool>(type: "boolean", nullable: false),
                    MayApproveCredit = table.Column<bool>(type: "boolean", nullable: false),
                    MayForceSpace = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleLimits", x => x.Role);
                });

            migrationBuilder.CreateTable(
                name: "SubmittedForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Location = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<int>(type: "integer", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    LegalName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TradeName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchText = table.Column<string>(type: "text", nullable: false),
                    CoreName = table.Column<string>(type: "text", nullable: false),
                    VatNumber = table.Column<string>(type: "text", nullable: false),
                    Street = table.Column<string>(type: "text", nullable: false),
                    City = table.Column<string>(type: "text", nullable: false),
                    PostalCode = table.Column<string>(type: "text", nullable: false),
                    Country = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    RequiresPurchaseOrder = table.Column<bool>(type: "boolean", nullable: false),
                    CreditLimit = table.Column<long>(type: "bigint", nullable: true),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReferredById = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "text", nullable: false),
                    Industry = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    ParentId = table.Column<int>(type: "integer", nullable: true),
                    ManagerId = table.Column<int>(type: "integer", nullable: true),
                    Tags = table.Column<string>(type: "text", nullable: false),
                    MergedIntoId = table.Column<int>(type: "integer", nullable: true),
                    Reliability = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    CheckedById = table.Column<int>(type: "integer", nullable: true),
                    CheckedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    NextCheckOn = table.Column<LocalDate>(type: "date", nullable: true),
                    CreditDays = table.Column<int>(type: "integer", nullable: true),
                    CreditApprovedById = table.Column<int>(type: "integer", nullable: true),
                    CreditApprovedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Guarantee = table.Column<string>(type: "text", nullable: false),
                    CreditReviewOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Judgement = table.Column<int>(type: "integer", nullable: true),
                    PinnedSegment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PinReason = table.Column<string>(type: "text", nullable: false),
                    PinnedById = table.Column<int>(type: "integer", nullable: true),
                    PinnedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Grams = table.Column<string>(type: "text", nullable: true, defaultValue: ""),
                    Needs_Budget = table.Column<string>(type: "text", nullable: false),
                    Needs_HowOften = table.Column<string>(type: "text", nullable: false),
                    Needs_Objections = table.Column<string>(type: "text", nullable: false),
                    Needs_Size = table.Column<string>(type: "text", nullable: false),
                    Needs_What = table.Column<string>(type: "text", nullable: false),
                    Needs_When = table.Column<string>(type: "text", nullable: false),
                    Needs_Wishes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Accounts_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Accounts_Accounts_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Accounts_Accounts_ReferredById",
                        column: x => x.ReferredById,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Accounts_AspNetUsers_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    RoleId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Deputies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AbsentId = table.Column<int>(type: "integer", nullable: false),
                    DeputyId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<LocalDate>(type: "date", nullable: false),
                    Until = table.Column<LocalDate>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deputies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deputies_AspNetUsers_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Deputies_AspNetUsers_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    Page = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Query = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeptNames",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    SubjectId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Until = table.Column<LocalDate>(type: "date", nullable: false),
                    ErasureId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptNames_Erasures_ErasureId",
                        column: x => x.ErasureId,
                        principalTable: "Erasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Properties",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    LegalName = table.Column<string>(type: "text", nullable: false),
                    VatNumber = table.Column<string>(type: "text", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "text", nullable: false),
                    Street = table.Column<string>(type: "text", nullable: false),
                    City = table.Column<string>(type: "text", nullable: false),
                    PostalCode = table.Column<string>(type: "text", nullable: false),
                    Country = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    Bank = table.Column<string>(type: "text", nullable: false),
                    Iban = table.Column<string>(type: "text", nullable: false),
                    Bic = table.Column<string>(type: "text", nullable: false),
                    TimeZoneId = table.Column<string>(type: "text", nullable: false),
                    CurrencyCode = table.Column<string>(type: "text", nullable: false),
                    TaxMode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OfficeDays = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OfficeOpens = table.Column<LocalTime>(type: "time", nullable: false),
                    OfficeCloses = table.Column<LocalTime>(type: "time", nullable: false),
                    Languages = table.Column<string>(type: "text", nullable: false),
                    Cancellation = table.Column<string>(type: "text", nullable: false),
                    CancellationShares = table.Column<string>(type: "text", nullable: false),
                    Deposits = table.Column<string>(type: "text", nullable: false),
                    DepositIsTaxPoint = table.Column<bool>(type: "boolean", nullable: false),
                    PaymentDays = table.Column<int>(type: "integer", nullable: false),
                    LogoId = table.Column<int>(type: "integer", nullable: true),
                    QuoteValidDays = table.Column<int>(type: "integer", nullable: false),
                    OptionDays = table.Column<int>(type: "integer", nullable: false),
                    WaitingDays = table.Column<int>(type: "integer", nullable: false),
                    PromotionHours = table.Column<int>(type: "integer", nullable: false),
                    MenuChoiceDays = table.Column<int>(type: "integer", nullable: false),
                    GuaranteeDays = table.Column<int>(type: "integer", nullable: false),
                    CutOffDays = table.Column<int>(type: "integer", nullable: false),
                    GuaranteeTime = table.Column<LocalTime>(type: "time", nullable: false),
                    SignedSheetDays = table.Column<int>(type: "integer", nullable: false),
                    ReminderDays = table.Column<int>(type: "integer", nullable: false),
                    ChallengeHours = table.Column<int>(type: "integer", nullable: false),
                    ExtensionDays = table.Column<int>(type: "integer", nullable: false),
                    MostExtensions = table.Column<int>(type: "integer", nullable: false),
                    Overset = table.Column<decimal>(type: "numeric", nullable: false),
                    ReductionTolerance = table.Column<decimal>(type: "numeric", nullable: false),
                    ExpiringDays = table.Column<int>(type: "integer", nullable: false),
                    HalfDayHours = table.Column<int>(type: "integer", nullable: false),
                    StyleMinutes = table.Column<string>(type: "text", nullable: false),
                    MinimumMargin = table.Column<decimal>(type: "numeric", nullable: false),
                    ScoreWeights = table.Column<string>(type: "text", nullable: false),
                    AnswerHours = table.Column<int>(type: "integer", nullable: false),
                    RetentionYears = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Properties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Properties_Logos_LogoId",
                        column: x => x.LogoId,
                        principalTable: "Logos",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AccountDocuments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountDocuments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountMerges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FromId = table.Column<int>(type: "integer", nullable: false),
                    IntoId = table.Column<int>(type: "integer", nullable: false),
                    Moved = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountMerges_Accounts_FromId",
                        column: x => x.FromId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountMerges_Accounts_IntoId",
                        column: x => x.IntoId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ReplacesId = table.Column<int>(type: "integer", nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    AcceptedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    AcceptedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AcceptedFrom = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SeenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TerminatedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    IsReplaced = table.Column<bool>(type: "boolean", nullable: false),
                    RenewalProposedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreements_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Agreements_Agreements_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Contact",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    Domain = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    PhoneKey = table.Column<string>(type: "text", nullable: false),
                    JobTitle = table.Column<string>(type: "text", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true),
                    WantsInvites = table.Column<bool>(type: "boolean", nullable: false),
                    LeftOn = table.Column<LocalDate>(type: "date", nullable: true),
                    ErasedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Grams = table.Column<string>(type: "text", nullable: true, defaultValue: "")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contact_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LoyaltyMembers",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    JoinedOn = table.Column<LocalDate>(type: "date", nullable: false),
                    LeftOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoyaltyMembers", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_LoyaltyMembers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountImports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    CultureName = table.Column<string>(type: "text", nullable: false),
                    StayedText = table.Column<string>(type: "text", nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    HeadText = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ColumnsText = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Made = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    RefusedText = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountImports_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Atoms",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Lanes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Atoms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Atoms_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplianceRounds",
                columns: table => new
                {
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    CheckedOn = table.Column<LocalDate>(type: "date", nullable: false),
                    Unchecked = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplianceRounds", x => x.PropertyId);
                    table.ForeignKey(
                        name: "FK_ComplianceRounds_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Holidays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<LocalDate>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holidays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holidays_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Leads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Company = table.Column<string>(type: "text", nullable: false),
                    ContactName = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: true),
                    Probability = table.Column<int>(type: "integer", nullable: false),
                    NextStep = table.Column<string>(type: "text", nullable: false),
                    NextOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Competitor = table.Column<string>(type: "text", nullable: false),
                    OwnerId = table.Column<int>(type: "integer", nullable: true),
                    ReceivedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AnswerDueAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    LostBecause = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leads_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Leads_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Leads_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Packages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    ValidFrom = table.Column<LocalDate>(type: "date", nullable: false),
                    ValidTo = table.Column<LocalDate>(type: "date", nullable: true),
                    ClosedWeekdays = table.Column<int>(type: "integer", nullable: false),
                    MinimumDelegates = table.Column<int>(type: "integer", nullable: false),
                    MaximumDelegates = table.Column<int>(type: "integer", nullable: false),
                    BelowMinimum = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Texts = table.Column<string>(type: "text", nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    LineId = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Packages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Packages_Packages_LineId",
                        column: x => x.LineId,
                        principalTable: "Packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Packages_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuoteAuditRounds",
                columns: table => new
                {
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AuditedOn = table.Column<LocalDate>(type: "date", nullable: false),
                    Audited = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteAuditRounds", x => x.PropertyId);
                    table.ForeignKey(
                        name: "FK_QuoteAuditRounds_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuoteTemplates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Request = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuoteTemplates_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Resources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Stock = table.Column<int>(type: "integer", nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    StyleFigures = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    HireCost_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    HireCost_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    HirePrice_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    HirePrice_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Resources_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RevenuePlans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevenuePlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RevenuePlans_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoomTypes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Physical = table.Column<int>(type: "integer", nullable: false),
                    OtherCodes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoomTypes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoomTypes_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScorecardOrders",
                columns: table => new
                {
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    NextOn = table.Column<LocalDate>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardOrders", x => new { x.PropertyId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_ScorecardOrders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ScorecardOrders_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Series",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Every = table.Column<int>(type: "integer", nullable: false),
                    FirstDay = table.Column<LocalDate>(type: "date", nullable: false),
                    LastDay = table.Column<LocalDate>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Series", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Series_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceCharges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Rate = table.Column<decimal>(type: "numeric", nullable: false),
                    IsTaxable = table.Column<bool>(type: "boolean", nullable: false),
                    Classes = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceCharges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceCharges_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Spaces",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Floor = table.Column<string>(type: "text", nullable: false),
                    AreaM2 = table.Column<decimal>(type: "numeric", nullable: true),
                    HeightM = table.Column<decimal>(type: "numeric", nullable: true),
                    LengthM = table.Column<decimal>(type: "numeric", nullable: true),
                    WidthM = table.Column<decimal>(type: "numeric", nullable: true),
                    HasDaylight = table.Column<bool>(type: "boolean", nullable: false),
                    IsOutdoor = table.Column<bool>(type: "boolean", nullable: false),
                    BackUpSpaceId = table.Column<int>(type: "integer", nullable: true),
                    Access = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Spaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Spaces_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Spaces_Spaces_BackUpSpaceId",
                        column: x => x.BackUpSpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StayImports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    HeadText = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ColumnsText = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Made = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    RefusedText = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StayImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StayImports_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TaxCodes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Category = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Classes = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaxCodes_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentContents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    DocumentId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentContents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentContents_AccountDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "AccountDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgreementRounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AgreementId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Offered = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Objections = table.Column<string>(type: "text", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementRounds_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Breaches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    AgreementId = table.Column<int>(type: "integer", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    FoundOn = table.Column<LocalDate>(type: "date", nullable: false),
                    ClosedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ClosedById = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Breaches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Breaches_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Breaches_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Breaches_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RateHandOvers",
                columns: table => new
                {
                    AgreementId = table.Column<int>(type: "integer", nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    LoadedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    LoadedById = table.Column<int>(type: "integer", nullable: true),
                    CheckedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    CheckedById = table.Column<int>(type: "integer", nullable: true),
                    Differences = table.Column<int>(type: "integer", nullable: false),
                    Unread = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RateHandOvers", x => new { x.AgreementId, x.PropertyId });
                    table.ForeignKey(
                        name: "FK_RateHandOvers_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RateHandOvers_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountImportEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    ContactId = table.Column<int>(type: "integer", nullable: true),
                    PersonId = table.Column<int>(type: "integer", nullable: true),
                    ActivityId = table.Column<int>(type: "integer", nullable: true),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountImportEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountImportEntries_AccountImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "AccountImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Activities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    LeadId = table.Column<int>(type: "integer", nullable: true),
                    ContactId = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Activities_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Activities_Contact_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contact",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Activities_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PackageStep",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FromDelegates = table.Column<int>(type: "integer", nullable: false),
                    PackageId = table.Column<int>(type: "integer", nullable: false),
                    Price_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Price_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackageStep_Packages_PackageId",
                        column: x => x.PackageId,
                        principalTable: "Packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KitParts",
                columns: table => new
                {
                    KitId = table.Column<int>(type: "integer", nullable: false),
                    PartId = table.Column<int>(type: "integer", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KitParts", x => new { x.KitId, x.PartId });
                    table.ForeignKey(
                        name: "FK_KitParts_Resources_KitId",
                        column: x => x.KitId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KitParts_Resources_PartId",
                        column: x => x.PartId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedRevenues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    PlanId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedRevenues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedRevenues_RevenuePlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "RevenuePlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BarRates",
                columns: table => new
                {
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Night = table.Column<LocalDate>(type: "date", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Amount_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BarRates", x => new { x.RoomTypeId, x.Night });
                    table.ForeignKey(
                        name: "FK_BarRates_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClosedNights",
                columns: table => new
                {
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Night = table.Column<LocalDate>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedNights", x => new { x.RoomTypeId, x.Night });
                    table.ForeignKey(
                        name: "FK_ClosedNights_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HouseNights",
                columns: table => new
                {
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Night = table.Column<LocalDate>(type: "date", nullable: false),
                    Physical = table.Column<int>(type: "integer", nullable: false),
                    OutOfOrder = table.Column<int>(type: "integer", nullable: false),
                    Sold = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseNights", x => new { x.RoomTypeId, x.Night });
                    table.ForeignKey(
                        name: "FK_HouseNights_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RateRefusals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    AgreementId = table.Column<int>(type: "integer", nullable: true),
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Occupancy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Night = table.Column<LocalDate>(type: "date", nullable: false),
                    Arrival = table.Column<LocalDate>(type: "date", nullable: false),
                    Nights = table.Column<int>(type: "integer", nullable: false),
                    AskedOn = table.Column<LocalDate>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    IsLastRoom = table.Column<bool>(type: "boolean", nullable: false),
                    FreeRooms = table.Column<int>(type: "integer", nullable: false),
                    RefusedById = table.Column<int>(type: "integer", nullable: true),
                    RefusedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RateRefusals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RateRefusals_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RateRefusals_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_RateRefusals_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RateRefusals_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SeriesId = table.Column<int>(type: "integer", nullable: true),
                    SeriesPosition = table.Column<int>(type: "integer", nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Reference = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OptionOn = table.Column<LocalDate>(type: "date", nullable: true),
                    OwnerId = table.Column<int>(type: "integer", nullable: true),
                    AcceptedBy = table.Column<string>(type: "text", nullable: true),
                    AcceptedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    PurchaseOrder = table.Column<string>(type: "text", nullable: true),
                    CreditApprovedById = table.Column<int>(type: "integer", nullable: true),
                    WaitsFor = table.Column<string>(type: "text", nullable: true),
                    CreditApprovedUpTo = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    FirstOn = table.Column<LocalDate>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LostFor = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Competitor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    EndComment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    EndedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    QuotedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    TentativeAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    DefiniteAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    OptionEndsAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ChallengeEndsAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Extensions = table.Column<int>(type: "integer", nullable: false),
                    Grams = table.Column<string>(type: "text", nullable: true, defaultValue: "")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bookings_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bookings_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bookings_Series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "Series",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Capacity",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Style = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Minimum = table.Column<int>(type: "integer", nullable: false),
                    Comfortable = table.Column<int>(type: "integer", nullable: false),
                    Legal = table.Column<int>(type: "integer", nullable: false),
                    SpaceId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Capacity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Capacity_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Closures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    SpaceId = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Start = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    End = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    From = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Closures_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Closures_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HirePrices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    SpaceId = table.Column<int>(type: "integer", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Weekdays = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<LocalDate>(type: "date", nullable: true),
                    ValidTo = table.Column<LocalDate>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    HourUnits = table.Column<long>(type: "bigint", nullable: true),
                    HalfDayUnits = table.Column<long>(type: "bigint", nullable: true),
                    DayUnits = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HirePrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HirePrices_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HirePrices_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpaceAtom",
                columns: table => new
                {
                    SpaceId = table.Column<int>(type: "integer", nullable: false),
                    AtomId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpaceAtom", x => new { x.SpaceId, x.AtomId });
                    table.ForeignKey(
                        name: "FK_SpaceAtom_Atoms_AtomId",
                        column: x => x.AtomId,
                        principalTable: "Atoms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SpaceAtom_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpaceNeighbours",
                columns: table => new
                {
                    SpaceId = table.Column<int>(type: "integer", nullable: false),
                    OtherId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpaceNeighbours", x => new { x.SpaceId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_SpaceNeighbours_Spaces_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SpaceNeighbours_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpacePhotos",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SpaceId = table.Column<int>(type: "integer", nullable: false),
                    ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Caption = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpacePhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpacePhotos_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Stays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    Key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ImportId = table.Column<int>(type: "integer", nullable: true),
                    Company = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Arrival = table.Column<LocalDate>(type: "date", nullable: false),
                    Nights = table.Column<int>(type: "integer", nullable: false),
                    Departure = table.Column<LocalDate>(type: "date", nullable: false),
                    Rooms = table.Column<int>(type: "integer", nullable: false),
                    RoomType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Guests = table.Column<int>(type: "integer", nullable: true),
                    BookedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    RateCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AgentKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rate_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Rate_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stays_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Stays_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Stays_StayImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "StayImports",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CatalogueItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Texts = table.Column<string>(type: "text", nullable: false),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TaxCodeId = table.Column<int>(type: "integer", nullable: false),
                    MinimumNumber = table.Column<int>(type: "integer", nullable: false),
                    ServedAt = table.Column<LocalTime>(type: "time", nullable: true),
                    FunctionStyle = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FunctionMinutes = table.Column<int>(type: "integer", nullable: true),
                    FunctionSpaceId = table.Column<int>(type: "integer", nullable: true),
                    ResourceId = table.Column<int>(type: "integer", nullable: true),
                    IsProtected = table.Column<bool>(type: "boolean", nullable: false),
                    ValidFrom = table.Column<LocalDate>(type: "date", nullable: true),
                    ValidTo = table.Column<LocalDate>(type: "date", nullable: true),
                    Seasons = table.Column<string>(type: "text", nullable: false),
                    DatedPrices = table.Column<string>(type: "text", nullable: false),
                    Dishes = table.Column<string>(type: "text", nullable: false),
                    PriceTax = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    NetCost_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    NetCost_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Price_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Price_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CatalogueItems_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CatalogueItems_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueItems_Spaces_FunctionSpaceId",
                        column: x => x.FunctionSpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueItems_TaxCodes_TaxCodeId",
                        column: x => x.TaxCodeId,
                        principalTable: "TaxCodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DatedRate",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ValidFrom = table.Column<LocalDate>(type: "date", nullable: false),
                    Rate = table.Column<decimal>(type: "numeric", nullable: false),
                    TaxCodeId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatedRate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DatedRate_TaxCodes_TaxCodeId",
                        column: x => x.TaxCodeId,
                        principalTable: "TaxCodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Blocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    MadeOn = table.Column<LocalDate>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReleasedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    IsContracted = table.Column<bool>(type: "boolean", nullable: false),
                    CutOffOn = table.Column<LocalDate>(type: "date", nullable: true),
                    IsCutOffChosen = table.Column<bool>(type: "boolean", nullable: false),
                    RoomingListOn = table.Column<LocalDate>(type: "date", nullable: true),
                    ReviewsText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Allowance = table.Column<decimal>(type: "numeric", nullable: false),
                    Damage = table.Column<decimal>(type: "numeric", nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OneFreePer = table.Column<int>(type: "integer", nullable: true),
                    PlanText = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Blocks_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Blocks_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BookingNets",
                columns: table => new
                {
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Month = table.Column<LocalDate>(type: "date", nullable: false),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FirstOn = table.Column<LocalDate>(type: "date", nullable: true),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    RoomNights = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingNets", x => new { x.BookingId, x.CurrencyCode, x.Month, x.RevenueClass });
                    table.ForeignKey(
                        name: "FK_BookingNets_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Challenges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    ByBookingId = table.Column<int>(type: "integer", nullable: false),
                    Hours = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SentById = table.Column<int>(type: "integer", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Challenges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Challenges_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Challenges_Bookings_ByBookingId",
                        column: x => x.ByBookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Challenges_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepositPlans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    ScheduleText = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepositPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DepositPlans_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Functions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SpaceId = table.Column<int>(type: "integer", nullable: true),
                    Style = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Start = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    End = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: false),
                    StartsAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SetUpMinutes = table.Column<int>(type: "integer", nullable: false),
                    TearDownMinutes = table.Column<int>(type: "integer", nullable: false),
                    OccupiedFrom = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    OccupiedUntil = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    KeepsSpace = table.Column<bool>(type: "boolean", nullable: false),
                    HasBackUp = table.Column<bool>(type: "boolean", nullable: false),
                    IsExclusive = table.Column<bool>(type: "boolean", nullable: false),
                    IsLoud = table.Column<bool>(type: "boolean", nullable: false),
                    NeedsQuiet = table.Column<bool>(type: "boolean", nullable: false),
                    CapacityReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    InviteSequence = table.Column<int>(type: "integer", nullable: false),
                    Expected = table.Column<int>(type: "integer", nullable: false),
                    Guaranteed = table.Column<int>(type: "integer", nullable: true),
                    Actual = table.Column<int>(type: "integer", nullable: true),
                    IsFirm = table.Column<bool>(type: "boolean", nullable: false),
                    QueuedAs = table.Column<long>(type: "bigint", nullable: true),
                    IsCancelled = table.Column<bool>(type: "boolean", nullable: false),
                    CancelledBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Functions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Functions_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Functions_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Series = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IssuedOn = table.Column<LocalDate>(type: "date", nullable: false),
                    DueOn = table.Column<LocalDate>(type: "date", nullable: false),
                    SuppliedFrom = table.Column<LocalDate>(type: "date", nullable: true),
                    SuppliedUntil = table.Column<LocalDate>(type: "date", nullable: true),
                    IssuedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Seller_Name = table.Column<string>(type: "text", nullable: false),
                    Seller_LegalName = table.Column<string>(type: "text", nullable: false),
                    Seller_VatNumber = table.Column<string>(type: "text", nullable: false),
                    Seller_RegistrationNumber = table.Column<string>(type: "text", nullable: false),
                    Seller_Street = table.Column<string>(type: "text", nullable: false),
                    Seller_PostalCode = table.Column<string>(type: "text", nullable: false),
                    Seller_City = table.Column<string>(type: "text", nullable: false),
                    Seller_Country = table.Column<string>(type: "text", nullable: false),
                    Seller_Email = table.Column<string>(type: "text", nullable: false),
                    Seller_Phone = table.Column<string>(type: "text", nullable: false),
                    Seller_Bank = table.Column<string>(type: "text", nullable: false),
                    Seller_Iban = table.Column<string>(type: "text", nullable: false),
                    Seller_Bic = table.Column<string>(type: "text", nullable: false),
                    Seller_LogoId = table.Column<int>(type: "integer", nullable: true),
                    Buyer_Name = table.Column<string>(type: "text", nullable: false),
                    Buyer_LegalName = table.Column<string>(type: "text", nullable: false),
                    Buyer_VatNumber = table.Column<string>(type: "text", nullable: false),
                    Buyer_RegistrationNumber = table.Column<string>(type: "text", nullable: false),
                    Buyer_Street = table.Column<string>(type: "text", nullable: false),
                    Buyer_PostalCode = table.Column<string>(type: "text", nullable: false),
                    Buyer_City = table.Column<string>(type: "text", nullable: false),
                    Buyer_Country = table.Column<string>(type: "text", nullable: false),
                    Buyer_Email = table.Column<string>(type: "text", nullable: false),
                    Buyer_Phone = table.Column<string>(type: "text", nullable: false),
                    Buyer_Bank = table.Column<string>(type: "text", nullable: false),
                    Buyer_Iban = table.Column<string>(type: "text", nullable: false),
                    Buyer_Bic = table.Column<string>(type: "text", nullable: false),
                    Buyer_LogoId = table.Column<int>(type: "integer", nullable: true),
                    BookingReference = table.Column<string>(type: "text", nullable: false),
                    EventName = table.Column<string>(type: "text", nullable: false),
                    PurchaseOrder = table.Column<string>(type: "text", nullable: false),
                    Contract = table.Column<string>(type: "text", nullable: false),
                    CorrectsId = table.Column<int>(type: "integer", nullable: true),
                    Corrects = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    TaxMode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LineCount = table.Column<int>(type: "integer", nullable: false),
                    Grams = table.Column<string>(type: "text", nullable: true, defaultValue: ""),
                    Allowances_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Allowances_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Charges_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Charges_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Due_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Due_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Gross_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Gross_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Net_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Net_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Prepaid_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Prepaid_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Service_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Service_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    SumOfLines_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    SumOfLines_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Tax_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Tax_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invoices_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Invoices_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Invoices_Invoices_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "Invoices",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Invoices_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    ReceivedOn = table.Column<LocalDate>(type: "date", nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Amount_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Payments_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Quotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Alternative = table.Column<int>(type: "integer", nullable: false),
                    AlternativeName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Programme = table.Column<string>(type: "text", nullable: false),
                    Request = table.Column<string>(type: "text", nullable: true),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TaxMode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    ValidUntil = table.Column<LocalDate>(type: "date", nullable: false),
                    Remarks = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Cancellation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    CancellationShares = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Deposits = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    BedroomTerms = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ToApprove = table.Column<string>(type: "text", nullable: false),
                    IsApproved = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    MenuChoiceOn = table.Column<LocalDate>(type: "date", nullable: true),
                    GuaranteeUntil = table.Column<LocalDateTime>(type: "timestamp without time zone", nullable: true),
                    SeenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Acceptance_Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Acceptance_On = table.Column<LocalDate>(type: "date", nullable: true),
                    Acceptance_PurchaseOrder = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Acceptance_SeenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Acceptance_At = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Acceptance_Address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OpenedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    LastOpenedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    DeclinedBecause = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Grams = table.Column<string>(type: "text", nullable: true, defaultValue: ""),
                    Gross_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Gross_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Net_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Net_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Quotes_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tasks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: true),
                    MailId = table.Column<int>(type: "integer", nullable: true),
                    AgreementId = table.Column<int>(type: "integer", nullable: true),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    LeadId = table.Column<int>(type: "integer", nullable: true),
                    BreachId = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<LocalDate>(type: "date", nullable: false),
                    OwnerId = table.Column<int>(type: "integer", nullable: true),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    DoneById = table.Column<int>(type: "integer", nullable: true),
                    Discriminator = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Part = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<LocalTime>(type: "time", nullable: true),
                    DueAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    IsByHand = table.Column<bool>(type: "boolean", nullable: true),
                    WakesAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    MissedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tasks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tasks_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tasks_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tasks_Breaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "Breaches",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tasks_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tasks_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PackageComponents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TaxCodeId = table.Column<int>(type: "integer", nullable: false),
                    ServedAt = table.Column<LocalTime>(type: "time", nullable: true),
                    SpawnsFunction = table.Column<bool>(type: "boolean", nullable: false),
                    FunctionStyle = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FunctionMinutes = table.Column<int>(type: "integer", nullable: true),
                    FunctionSpaceId = table.Column<int>(type: "integer", nullable: true),
                    CatalogueItemId = table.Column<int>(type: "integer", nullable: true),
                    IsProtected = table.Column<bool>(type: "boolean", nullable: false),
                    PackageId = table.Column<int>(type: "integer", nullable: false),
                    List_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    List_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    NetCost_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    NetCost_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageComponents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackageComponents_CatalogueItems_CatalogueItemId",
                        column: x => x.CatalogueItemId,
                        principalTable: "CatalogueItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageComponents_Packages_PackageId",
                        column: x => x.PackageId,
                        principalTable: "Packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PackageComponents_Spaces_FunctionSpaceId",
                        column: x => x.FunctionSpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageComponents_TaxCodes_TaxCodeId",
                        column: x => x.TaxCodeId,
                        principalTable: "TaxCodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BlockDay",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    On = table.Column<LocalDate>(type: "date", nullable: false),
                    PickedUp = table.Column<int>(type: "integer", nullable: false),
                    BlockId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockDay", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlockDay_Blocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "Blocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BlockNight",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Night = table.Column<LocalDate>(type: "date", nullable: false),
                    Occupancy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Contracted = table.Column<int>(type: "integer", nullable: false),
                    Reduced = table.Column<int>(type: "integer", nullable: false),
                    Held = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<int>(type: "integer", nullable: true),
                    ForcedUpTo = table.Column<int>(type: "integer", nullable: false),
                    ByHand = table.Column<int>(type: "integer", nullable: false),
                    Named = table.Column<int>(type: "integer", nullable: false),
                    StepsText = table.Column<string>(type: "text", nullable: false),
                    RateReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    BlockId = table.Column<int>(type: "integer", nullable: false),
                    Rate_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Rate_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockNight", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlockNight_Blocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "Blocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BlockNight_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BlockReduction",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Night = table.Column<LocalDate>(type: "date", nullable: false),
                    Rooms = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<LocalDate>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    BlockId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockReduction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlockReduction_Blocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "Blocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BlockReduction_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoomGuest",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RoomTypeId = table.Column<int>(type: "integer", nullable: false),
                    Arrival = table.Column<LocalDate>(type: "date", nullable: false),
                    Departure = table.Column<LocalDate>(type: "date", nullable: false),
                    Reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SharedWith = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Remarks = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    BlockId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoomGuest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoomGuest_Blocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "Blocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RoomGuest_RoomTypes_RoomTypeId",
                        column: x => x.RoomTypeId,
                        principalTable: "RoomTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Holds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BookingId = table.Column<int>(type: "integer", nullable: true),
                    FunctionId = table.Column<int>(type: "integer", nullable: true),
                    AtomId = table.Column<int>(type: "integer", nullable: false),
                    Lane = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ClosureId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holds_Atoms_AtomId",
                        column: x => x.AtomId,
                        principalTable: "Atoms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Holds_Closures_ClosureId",
                        column: x => x.ClosureId,
                        principalTable: "Closures",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Holds_Functions_FunctionId",
                        column: x => x.FunctionId,
                        principalTable: "Functions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Reductions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    FunctionId = table.Column<int>(type: "integer", nullable: false),
                    NoticeOn = table.Column<LocalDate>(type: "date", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    FeeUnits = table.Column<long>(type: "bigint", nullable: false),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    InvoiceId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reductions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reductions_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reductions_Functions_FunctionId",
                        column: x => x.FunctionId,
                        principalTable: "Functions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reductions_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResourceNeeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    FunctionId = table.Column<int>(type: "integer", nullable: false),
                    ResourceId = table.Column<int>(type: "integer", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    FromMinute = table.Column<int>(type: "integer", nullable: true),
                    UntilMinute = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResourceNeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResourceNeeds_Functions_FunctionId",
                        column: x => x.FunctionId,
                        principalTable: "Functions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResourceNeeds_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResourceNeeds_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SentNumbers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: false),
                    FunctionId = table.Column<int>(type: "integer", nullable: false),
                    Was = table.Column<int>(type: "integer", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    BeforeUnits = table.Column<long>(type: "bigint", nullable: false),
                    AfterUnits = table.Column<long>(type: "bigint", nullable: false),
                    FeeUnits = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AnsweredById = table.Column<int>(type: "integer", nullable: true),
                    AnsweredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentNumbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SentNumbers_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SentNumbers_Functions_FunctionId",
                        column: x => x.FunctionId,
                        principalTable: "Functions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SentNumbers_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepositParts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    FixedUnits = table.Column<long>(type: "bigint", nullable: false),
                    InvoiceId = table.Column<int>(type: "integer", nullable: true),
                    WaivedBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WaivedById = table.Column<int>(type: "integer", nullable: true),
                    WaivedOn = table.Column<LocalDate>(type: "date", nullable: true),
                    DepositPlanId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepositParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DepositParts_DepositPlans_DepositPlanId",
                        column: x => x.DepositPlanId,
                        principalTable: "DepositPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DepositParts_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "InvoiceLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Heading = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<LocalDate>(type: "date", nullable: true),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric", nullable: false),
                    UnitMillionths = table.Column<long>(type: "bigint", nullable: false),
                    DiscountRate = table.Column<decimal>(type: "numeric", nullable: false),
                    TaxCategory = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TaxRate = table.Column<decimal>(type: "numeric", nullable: false),
                    ServicesText = table.Column<string>(type: "text", nullable: false),
                    FunctionId = table.Column<int>(type: "integer", nullable: true),
                    Contracted = table.Column<decimal>(type: "numeric", nullable: true),
                    Guaranteed = table.Column<int>(type: "integer", nullable: true),
                    Actual = table.Column<int>(type: "integer", nullable: true),
                    InvoiceId = table.Column<int>(type: "integer", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Amount_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Discount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Discount_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvoiceLines_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceTaxes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Category = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Rate = table.Column<decimal>(type: "numeric", nullable: false),
                    InvoiceId = table.Column<int>(type: "integer", nullable: false),
                    Net_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Net_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Tax_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Tax_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceTaxes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvoiceTaxes_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LoyaltyEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<LocalDate>(type: "date", nullable: false),
                    AgesFrom = table.Column<LocalDate>(type: "date", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    RevenueUnits = table.Column<long>(type: "bigint", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: true),
                    InvoiceId = table.Column<int>(type: "integer", nullable: true),
                    Why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoyaltyEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoyaltyEntries_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LoyaltyEntries_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LoyaltyEntries_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Allocations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    InvoiceId = table.Column<int>(type: "integer", nullable: false),
                    PaymentId = table.Column<int>(type: "integer", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Amount_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Allocations_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Allocations_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Approvals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<int>(type: "integer", nullable: true),
                    QuoteId = table.Column<int>(type: "integer", nullable: true),
                    AgreementId = table.Column<int>(type: "integer", nullable: true),
                    Exposure = table.Column<long>(type: "bigint", nullable: true),
                    Discount = table.Column<decimal>(type: "numeric", nullable: false),
                    IsUnderFloor = table.Column<bool>(type: "boolean", nullable: false),
                    AskedById = table.Column<int>(type: "integer", nullable: true),
                    AskedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Change = table.Column<string>(type: "text", nullable: false),
                    DelegatedToId = table.Column<int>(type: "integer", nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedById = table.Column<int>(type: "integer", nullable: true),
                    DecidedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsAnswerRead = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Approvals_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Approvals_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Approvals_Properties_PropertyId",
                        column: x => x.PropertyId,
                        principalTable: "Properties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Approvals_Quotes_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quotes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OfferComments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    QuoteId = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: true),
                    By = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AsksForChange = table.Column<bool>(type: "boolean", nullable: false),
                    IsFromHouse = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfferComments_Quotes_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuoteFindings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PropertyId = table.Column<int>(type: "integer", nullable: false),
                    QuoteId = table.Column<int>(type: "integer", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true),
                    Why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuoteFindings_Quotes_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuoteLine",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Heading = table.Column<string>(type: "text", nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<LocalDate>(type: "date", nullable: false),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric", nullable: false),
                    UnitMillionths = table.Column<long>(type: "bigint", nullable: false),
                    DiscountRate = table.Column<decimal>(type: "numeric", nullable: false),
                    DiscountReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TaxCategory = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TaxRate = table.Column<decimal>(type: "numeric", nullable: false),
                    ServicesText = table.Column<string>(type: "text", nullable: false),
                    StepsText = table.Column<string>(type: "text", nullable: false),
                    PerPerson = table.Column<bool>(type: "boolean", nullable: false),
                    AtLeast = table.Column<int>(type: "integer", nullable: false),
                    RoomTypeId = table.Column<int>(type: "integer", nullable: true),
                    Occupancy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FunctionId = table.Column<int>(type: "integer", nullable: true),
                    Key = table.Column<int>(type: "integer", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RuleText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CostUnits = table.Column<long>(type: "bigint", nullable: false),
                    PackageId = table.Column<int>(type: "integer", nullable: true),
                    QuoteId = table.Column<int>(type: "integer", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Amount_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Discount_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Discount_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuoteLine_Quotes_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuoteNets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Month = table.Column<LocalDate>(type: "date", nullable: false),
                    RevenueClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    RoomNights = table.Column<int>(type: "integer", nullable: false),
                    QuoteId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteNets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuoteNets_Quotes_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResourceHires",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ResourceId = table.Column<int>(type: "integer", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Supplier = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NeedId = table.Column<int>(type: "integer", nullable: false),
                    Cost_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Cost_MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Price_Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Price_MinorUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResourceHires", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResourceHires_ResourceNeeds_NeedId",
                        column: x => x.NeedId,
                        principalTable: "ResourceNeeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResourceHires_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountDocuments_AccountId",
                table: "AccountDocuments",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountImportEntries_ContactId",
                table: "AccountImportEntries",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountImportEntries_ImportId",
                table: "AccountImportEntries",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountImportEntries_Key",
                table: "AccountImportEntries",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_AccountImports_PropertyId",
                table: "AccountImports",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountMerges_FromId",
                table: "AccountMerges",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountMerges_IntoId",
                table: "AccountMerges",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_CoreName",
                table: "Accounts",
                column: "CoreName");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ManagerId",
                table: "Accounts",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_MergedIntoId",
                table: "Accounts",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ParentId",
                table: "Accounts",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ReferredById",
                table: "Accounts",
                column: "ReferredById");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_VatNumber",
                table: "Accounts",
                column: "VatNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_AccountId_At",
                table: "Activities",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Activities_ContactId",
                table: "Activities",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_LeadId_At",
                table: "Activities",
                columns: new[] { "LeadId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementRounds_AgreementId_Number",
                table: "AgreementRounds",
                columns: new[] { "AgreementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_AccountId_Status",
                table: "Agreements",
                columns: new[] { "AccountId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_ReplacesId",
                table: "Agreements",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_InvoiceId",
                table: "Allocations",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_PaymentId",
                table: "Allocations",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_AgreementId",
                table: "Approvals",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_AskedById_IsAnswerRead",
                table: "Approvals",
                columns: new[] { "AskedById", "IsAnswerRead" });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_BookingId",
                table: "Approvals",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_PropertyId",
                table: "Approvals",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_QuoteId",
                table: "Approvals",
                column: "QuoteId");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_Status_PropertyId",
                table: "Approvals",
                columns: new[] { "Status", "PropertyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Atoms_PropertyId_Name",
                table: "Atoms",
                columns: new[] { "PropertyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BlockDay_BlockId_On",
                table: "BlockDay",
                columns: new[] { "BlockId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BlockNight_BlockId_RoomTypeId_Night",
                table: "BlockNight",
                columns: new[] { "BlockId", "RoomTypeId", "Night" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BlockNight_RoomTypeId_Night",
                table: "BlockNight",
                columns: new[] { "RoomTypeId", "Night" });

            migrationBuilder.CreateIndex(
                name: "IX_BlockReduction_BlockId",
                table: "BlockReduction",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_BlockReduction_RoomTypeId",
                table: "BlockReduction",
                column: "RoomTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_BookingId",
                table: "Blocks",
                column: "BookingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_PropertyId_Status_CutOffOn",
                table: "Blocks",
                columns: new[] { "PropertyId", "Status", "CutOffOn" });

            migrationBuilder.CreateIndex(
                name: "IX_BookingNets_Companies",
                table: "BookingNets",
                columns: new[] { "FirstOn", "Status", "AccountId", "CurrencyCode", "MinorUnits", "RoomNights" });

            migrationBuilder.CreateIndex(
                name: "IX_BookingNets_Forecast",
                table: "BookingNets",
                columns: new[] { "PropertyId", "CurrencyCode", "Month", "AccountId", "Status", "RevenueClass", "MinorUnits" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_AccountId",
                table: "Bookings",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_PropertyId_FirstOn",
                table: "Bookings",
                columns: new[] { "PropertyId", "FirstOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_PropertyId_Status",
                table: "Bookings",
                columns: new[] { "PropertyId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Reference",
                table: "Bookings",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_SeriesId",
                table: "Bookings",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Status_AccountId_FirstOn",
                table: "Bookings",
                columns: new[] { "Status", "AccountId", "FirstOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Breaches_AccountId",
                table: "Breaches",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Breaches_AgreementId",
                table: "Breaches",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Breaches_PropertyId_Key",
                table: "Breaches",
                columns: new[] { "PropertyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Capacity_SpaceId_Style",
                table: "Capacity",
                columns: new[] { "SpaceId", "Style" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueItems_FunctionSpaceId",
                table: "CatalogueItems",
                column: "FunctionSpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueItems_PropertyId_Code",
                table: "CatalogueItems",
                columns: new[] { "PropertyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueItems_ResourceId",
                table: "CatalogueItems",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueItems_TaxCodeId",
                table: "CatalogueItems",
                column: "TaxCodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_BookingId",
                table: "Challenges",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_ByBookingId",
                table: "Challenges",
                column: "ByBookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Challenges_PropertyId",
                table: "Challenges",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_Closures_PropertyId_Until",
                table: "Closures",
                columns: new[] { "PropertyId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Closures_SpaceId",
                table: "Closures",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Contact_AccountId",
                table: "Contact",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Contact_Domain",
                table: "Contact",
                column: "Domain");

            migrationBuilder.CreateIndex(
                name: "IX_Contact_PhoneKey",
                table: "Contact",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_DatedRate_TaxCodeId",
                table: "DatedRate",
                column: "TaxCodeId");

            migrationBuilder.CreateIndex(
                name: "IX_DepositParts_DepositPlanId",
                table: "DepositParts",
                column: "DepositPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_DepositParts_InvoiceId",
                table: "DepositParts",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_DepositPlans_BookingId",
                table: "DepositPlans",
                column: "BookingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_AbsentId",
                table: "Deputies",
                column: "AbsentId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_DeputyId",
                table: "Deputies",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentContents_DocumentId",
                table: "DocumentContents",
                column: "DocumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Functions_BookingId_OccupiedFrom",
                table: "Functions",
                columns: new[] { "BookingId", "OccupiedFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Functions_SpaceId_OccupiedFrom_OccupiedUntil",
                table: "Functions",
                columns: new[] { "SpaceId", "OccupiedFrom", "OccupiedUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Functions_SpaceId_QueuedAs",
                table: "Functions",
                columns: new[] { "SpaceId", "QueuedAs" });

            migrationBuilder.CreateIndex(
                name: "IX_HirePrices_PropertyId_SpaceId",
                table: "HirePrices",
                columns: new[] { "PropertyId", "SpaceId" });

            migrationBuilder.CreateIndex(
                name: "IX_HirePrices_SpaceId",
                table: "HirePrices",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Holds_AtomId_Lane_From_Until",
                table: "Holds",
                columns: new[] { "AtomId", "Lane", "From", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Holds_BookingId",
                table: "Holds",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Holds_ClosureId",
                table: "Holds",
                column: "ClosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Holds_FunctionId",
                table: "Holds",
                column: "FunctionId");

            migrationBuilder.CreateIndex(
                name: "IX_Holidays_PropertyId_On",
                table: "Holidays",
                columns: new[] { "PropertyId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceLines_InvoiceId",
                table: "InvoiceLines",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_AccountId",
                table: "Invoices",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_BookingId",
                table: "Invoices",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_CorrectsId",
                table: "Invoices",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Number",
                table: "Invoices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_PropertyId",
                table: "Invoices",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Series_IssuedOn",
                table: "Invoices",
                columns: new[] { "Series", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceTaxes_InvoiceId",
                table: "InvoiceTaxes",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_Subject_SubjectId",
                table: "Journal",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptNames_ErasureId",
                table: "KeptNames",
                column: "ErasureId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptNames_Subject_SubjectId",
                table: "KeptNames",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_KitParts_PartId",
                table: "KitParts",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_AccountId",
                table: "Leads",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OwnerId",
                table: "Leads",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_PropertyId_Stage",
                table: "Leads",
                columns: new[] { "PropertyId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Logos_PropertyId",
                table: "Logos",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_LoyaltyEntries_AccountId_On",
                table: "LoyaltyEntries",
                columns: new[] { "AccountId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LoyaltyEntries_BookingId",
                table: "LoyaltyEntries",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_LoyaltyEntries_InvoiceId_Kind",
                table: "LoyaltyEntries",
                columns: new[] { "InvoiceId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferComments_QuoteId",
                table: "OfferComments",
                column: "QuoteId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_BookingId",
                table: "Outbox",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_MessageId",
                table: "Outbox",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Status_NextTryAt",
                table: "Outbox",
                columns: new[] { "Status", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PackageComponents_CatalogueItemId",
                table: "PackageComponents",
                column: "CatalogueItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PackageComponents_FunctionSpaceId",
                table: "PackageComponents",
                column: "FunctionSpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_PackageComponents_PackageId",
                table: "PackageComponents",
                column: "PackageId");

            migrationBuilder.CreateIndex(
                name: "IX_PackageComponents_TaxCodeId",
                table: "PackageComponents",
                column: "TaxCodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Packages_LineId",
                table: "Packages",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_Packages_PropertyId_Code_ValidFrom",
                table: "Packages",
                columns: new[] { "PropertyId", "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PackageStep_PackageId",
                table: "PackageStep",
                column: "PackageId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_BookingId",
                table: "Payments",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedRevenues_PlanId",
                table: "PlannedRevenues",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Properties_Code",
                table: "Properties",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Properties_LogoId",
                table: "Properties",
                column: "LogoId");

            migrationBuilder.CreateIndex(
                name: "IX_QuoteFindings_QuoteId",
                table: "QuoteFindings",
                column: "QuoteId");

            migrationBuilder.CreateIndex(
                name: "IX_QuoteLine_QuoteId",
                table: "QuoteLine",
                column: "QuoteId");

            migrationBuilder.CreateIndex(
                name: "IX_QuoteLine_RoomTypeId",
                table: "QuoteLine",
                column: "RoomTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_QuoteNets_Month_QuoteId_RevenueClass_MinorUnits",
                table: "QuoteNets",
                columns: new[] { "Month", "QuoteId", "RevenueClass", "MinorUnits" });

            migrationBuilder.CreateIndex(
                name: "IX_QuoteNets_QuoteId",
                table: "QuoteNets",
                column: "QuoteId");

            migrationBuilder.CreateIndex(
                name: "IX_Quotes_BookingId_Revision_Alternative",
                table: "Quotes",
                columns: new[] { "BookingId", "Revision", "Alternative" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Quotes_Status_ValidUntil",
                table: "Quotes",
                columns: new[] { "Status", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_QuoteTemplates_PropertyId_Name",
                table: "QuoteTemplates",
                columns: new[] { "PropertyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RateHandOvers_PropertyId",
                table: "RateHandOvers",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_RateRefusals_AccountId_RoomTypeId_Occupancy_Night_AskedOn",
                table: "RateRefusals",
                columns: new[] { "AccountId", "RoomTypeId", "Occupancy", "Night", "AskedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RateRefusals_AgreementId",
                table: "RateRefusals",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_RateRefusals_PropertyId_Night",
                table: "RateRefusals",
                columns: new[] { "PropertyId", "Night" });

            migrationBuilder.CreateIndex(
                name: "IX_RateRefusals_RoomTypeId",
                table: "RateRefusals",
                column: "RoomTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_Reductions_BookingId",
                table: "Reductions",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Reductions_FunctionId",
                table: "Reductions",
                column: "FunctionId");

            migrationBuilder.CreateIndex(
                name: "IX_Reductions_PropertyId",
                table: "Reductions",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceHires_NeedId",
                table: "ResourceHires",
                column: "NeedId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceHires_ResourceId",
                table: "ResourceHires",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceNeeds_FunctionId",
                table: "ResourceNeeds",
                column: "FunctionId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceNeeds_PropertyId",
                table: "ResourceNeeds",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceNeeds_ResourceId",
                table: "ResourceNeeds",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_PropertyId_Name",
                table: "Resources",
                columns: new[] { "PropertyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RevenuePlans_PropertyId_Year_Part",
                table: "RevenuePlans",
                columns: new[] { "PropertyId", "Year", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoomGuest_BlockId",
                table: "RoomGuest",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_RoomGuest_RoomTypeId",
                table: "RoomGuest",
                column: "RoomTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_RoomTypes_PropertyId_Code",
                table: "RoomTypes",
                columns: new[] { "PropertyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_UserId_Page_Name",
                table: "SavedViews",
                columns: new[] { "UserId", "Page", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardOrders_AccountId",
                table: "ScorecardOrders",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SentNumbers_BookingId",
                table: "SentNumbers",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_SentNumbers_FunctionId",
                table: "SentNumbers",
                column: "FunctionId");

            migrationBuilder.CreateIndex(
                name: "IX_SentNumbers_PropertyId",
                table: "SentNumbers",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_Series_PropertyId",
                table: "Series",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceCharges_PropertyId",
                table: "ServiceCharges",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_SpaceAtom_AtomId",
                table: "SpaceAtom",
                column: "AtomId");

            migrationBuilder.CreateIndex(
                name: "IX_SpaceNeighbours_OtherId",
                table: "SpaceNeighbours",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_SpacePhotos_SpaceId",
                table: "SpacePhotos",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Spaces_BackUpSpaceId",
                table: "Spaces",
                column: "BackUpSpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Spaces_PropertyId_Name",
                table: "Spaces",
                columns: new[] { "PropertyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StayImports_PropertyId",
                table: "StayImports",
                column: "PropertyId");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_AccountId_Arrival",
                table: "Stays",
                columns: new[] { "AccountId", "Arrival" });

            migrationBuilder.CreateIndex(
                name: "IX_Stays_AgentKey_Arrival",
                table: "Stays",
                columns: new[] { "AgentKey", "Arrival" });

            migrationBuilder.CreateIndex(
                name: "IX_Stays_ImportId",
                table: "Stays",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_PropertyId_Arrival",
                table: "Stays",
                columns: new[] { "PropertyId", "Arrival" });

            migrationBuilder.CreateIndex(
                name: "IX_Stays_PropertyId_Key",
                table: "Stays",
                columns: new[] { "PropertyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stays_RateCode_Arrival",
                table: "Stays",
                columns: new[] { "RateCode", "Arrival" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_AccountId",
                table: "Tasks",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_AgreementId",
                table: "Tasks",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_BookingId",
                table: "Tasks",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_BreachId",
                table: "Tasks",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_LeadId",
                table: "Tasks",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_MailId",
                table: "Tasks",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_PropertyId_DoneAt_DueOn",
                table: "Tasks",
                columns: new[] { "PropertyId", "DoneAt", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_WakesAt",
                table: "Tasks",
                column: "WakesAt");

            migrationBuilder.CreateIndex(
                name: "IX_TaxCodes_PropertyId_Code",
                table: "TaxCodes",
                columns: new[] { "PropertyId", "Code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountImportEntries");

            migrationBuilder.DropTable(
                name: "AccountMerges");

            migrationBuilder.DropTable(
                name: "Activities");

            migrationBuilder.DropTable(
                name: "AgreementRounds");

            migrationBuilder.DropTable(
                name: "Allocations");

            migrationBuilder.DropTable(
                name: "Approvals");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "BarRates");

            migrationBuilder.DropTable(
                name: "BlockDay");

            migrationBuilder.DropTable(
                name: "BlockNight");

            migrationBuilder.DropTable(
                name: "BlockReduction");

            migrationBuilder.DropTable(
                name: "BookingNets");

            migrationBuilder.DropTable(
                name: "Capacity");

            migrationBuilder.DropTable(
                name: "Challenges");

            migrationBuilder.DropTable(
                name: "ClosedNights");

            migrationBuilder.DropTable(
                name: "ComplianceRounds");

            migrationBuilder.DropTable(
                name: "Counters");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DatedRate");

            migrationBuilder.DropTable(
                name: "DepositParts");

            migrationBuilder.DropTable(
                name: "Deputies");

            migrationBuilder.DropTable(
                name: "DocumentContents");

            migrationBuilder.DropTable(
                name: "EndedSessions");

            migrationBuilder.DropTable(
                name: "HirePrices");

            migrationBuilder.DropTable(
                name: "Holds");

            migrationBuilder.DropTable(
                name: "Holidays");

            migrationBuilder.DropTable(
                name: "HouseNights");

            migrationBuilder.DropTable(
                name: "InvoiceLines");

            migrationBuilder.DropTable(
                name: "InvoiceTaxes");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "KeptNames");

            migrationBuilder.DropTable(
                name: "KitParts");

            migrationBuilder.DropTable(
                name: "LoyaltyEntries");

            migrationBuilder.DropTable(
                name: "LoyaltyMembers");

            migrationBuilder.DropTable(
                name: "LoyaltyProgrammes");

            migrationBuilder.DropTable(
                name: "OfferComments");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PackageComponents");

            migrationBuilder.DropTable(
                name: "PackageStep");

            migrationBuilder.DropTable(
                name: "PlannedRevenues");

            migrationBuilder.DropTable(
                name: "QuoteAuditRounds");

            migrationBuilder.DropTable(
                name: "QuoteFindings");

            migrationBuilder.DropTable(
                name: "QuoteLine");

            migrationBuilder.DropTable(
                name: "QuoteNets");

            migrationBuilder.DropTable(
                name: "QuoteTemplates");

            migrationBuilder.DropTable(
                name: "RateHandOvers");

            migrationBuilder.DropTable(
                name: "RateRefusals");

            migrationBuilder.DropTable(
                name: "Reductions");

            migrationBuilder.DropTable(
                name: "ResourceHires");

            migrationBuilder.DropTable(
                name: "RoleLimits");

            migrationBuilder.DropTable(
                name: "RoomGuest");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "ScorecardOrders");

            migrationBuilder.DropTable(
                name: "SentNumbers");

            migrationBuilder.DropTable(
                name: "ServiceCharges");

            migrationBuilder.DropTable(
                name: "SpaceAtom");

            migrationBuilder.DropTable(
                name: "SpaceNeighbours");

            migrationBuilder.DropTable(
                name: "SpacePhotos");

            migrationBuilder.DropTable(
                name: "Stays");

            migrationBuilder.DropTable(
                name: "SubmittedForms");

            migrationBuilder.DropTable(
                name: "Tasks");

            migrationBuilder.DropTable(
                name: "AccountImports");

            migrationBuilder.DropTable(
                name: "Contact");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "DepositPlans");

            migrationBuilder.DropTable(
                name: "AccountDocuments");

            migrationBuilder.DropTable(
                name: "Closures");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "CatalogueItems");

            migrationBuilder.DropTable(
                name: "Packages");

            migrationBuilder.DropTable(
                name: "RevenuePlans");

            migrationBuilder.DropTable(
                name: "Quotes");

            migrationBuilder.DropTable(
                name: "ResourceNeeds");

            migrationBuilder.DropTable(
                name: "Blocks");

            migrationBuilder.DropTable(
                name: "RoomTypes");

            migrationBuilder.DropTable(
                name: "Atoms");

            migrationBuilder.DropTable(
                name: "StayImports");

            migrationBuilder.DropTable(
                name: "Breaches");

            migrationBuilder.DropTable(
                name: "Leads");

            migrationBuilder.DropTable(
                name: "TaxCodes");

            migrationBuilder.DropTable(
                name: "Functions");

            migrationBuilder.DropTable(
                name: "Resources");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "Spaces");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Series");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Properties");

            migrationBuilder.DropTable(
                name: "Logos");
        }
    }
}
