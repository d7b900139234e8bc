import { beforeAll, describe } from 'vitest';
import { tryTheDoor } from './door.ts';
import { takingATableAlong } from './export-flow.ts';
import { fromTheMapToTheList } from './finding-flow.ts';
import { theFirstPage } from './first-page.ts';
import { audited } from './furnished-house.ts';
import { files } from './import-flow.ts';
import { administrator, openForAll } from './open-house.ts';
import { peopleAndTheirWork } from './people-flow.ts';
import { placesAfterAnAudit, placesBeforeAnAudit } from './places.ts';
import { dataProtectionAtHome } from './protection-flow.ts';
import { rulesAndTheirAttestation } from './rules-flow.ts';
import { tablesAsFiles } from './take-table.ts';

openForAll();
describe('the door', tryTheDoor);
describe('before the first audit', placesBeforeAnAudit);
describe('people and their work', peopleAndTheirWork);
describe('after an audit', () => {
  beforeAll(async () => {
    await audited(await administrator());
  }, 300_000);
  fromTheMapToTheList();
  takingATableAlong();
  tablesAsFiles();
  rulesAndTheirAttestation();
  dataProtectionAtHome();
  theFirstPage();
  placesAfterAnAudit();
});
describe('files', files);
