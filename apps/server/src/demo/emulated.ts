/** What every new world of the emulator knows (apps/emulator/README.md); no secret of anybody's. */
export const emulatedApp = {
  metaAppId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
};

export const emulatedSignUp = {
  configId: '1045678901234567',
  businessAppConfigId: '1045678901234568',
};

/** Which account belongs to which of the demo's businesses. */
export const emulatedAccounts = [
  { workspace: 'Surat Silks', wabaId: '102290129340398', token: 'EAAtrikonEmulatorSuratSilks' },
  {
    workspace: 'Sahyadri Dental Care',
    wabaId: '102290129340399',
    token: 'EAAtrikonEmulatorSahyadriDental',
  },
];
